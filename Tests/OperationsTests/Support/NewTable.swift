// Requests to create a table, put together from short words.

import ApusModel
import Testing

/// The body of a CreateTable request; `definitions` and `key` are words such as `id:S` and `id:HASH`.
struct NewTable: Sendable {
    /// What the service puts in front of most refusals.
    static let invalid = "One or more parameter values were invalid: "

    var name = "Cats"
    var definitions = "id:S at:N"
    var key = "id:HASH at:RANGE"
    var billing = #""BillingMode":"PAY_PER_REQUEST""#
    var local: [String]?
    var global: [String]?
    /// Further members of the request.
    var more = ""

    var json: String {
        var members = ["\"TableName\":\"\(name)\"", billing]
        members.append("\"AttributeDefinitions\":[\(Self.list(definitions, "AttributeName", "AttributeType"))]")
        members.append("\"KeySchema\":[\(Self.list(key, "AttributeName", "KeyType"))]")
        if let local { members.append("\"LocalSecondaryIndexes\":[\(local.joined(separator: ","))]") }
        if let global { members.append("\"GlobalSecondaryIndexes\":[\(global.joined(separator: ","))]") }
        members.append(more)
        return "{\(members.filter { !$0.isEmpty }.joined(separator: ","))}"
    }

    /// The refusal that a service without tables answers with.
    func refusal() async throws -> ServiceError? {
        let service = try TestService()
        return await #expect(throws: ServiceError.self) { try await service.call(.createTable, json) }
    }

    /// An element of a list of indexes.
    static func index(
        _ name: String,
        _ key: String,
        projection: String = #"{"ProjectionType":"ALL"}"#,
        more: String = ""
    ) -> String {
        let key = list(key, "AttributeName", "KeyType")
        return "{\"IndexName\":\"\(name)\",\"KeySchema\":[\(key)],\"Projection\":\(projection)"
            + "\(more.isEmpty ? "" : ",")\(more)}"
    }

    private static func list(_ words: String, _ first: String, _ second: String) -> String {
        words.split(separator: " ").map { word in
            let parts = word.split(separator: ":")
            return "{\"\(first)\":\"\(parts[0])\",\"\(second)\":\"\(parts[1])\"}"
        }.joined(separator: ",")
    }
}
