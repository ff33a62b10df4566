// UpdateTable on tables that are in use.

import ApusModel
import Testing

@testable import ApusOperations

struct UpdateTableTests {
    private static let newIndex =
        "\(UpdateMembers.attributes(["owner": "S"])),"
        + UpdateMembers.indexUpdates(UpdateMembers.create("byOwner", by: "owner"))

    private static func body(_ members: String) -> String { "{\"TableName\":\"Cats\",\(members)}" }

    @Test(
        arguments: [
            (#""TableClass":"STANDARD_INFREQUENT_ACCESS""#, "UPDATING", #""TableClass":"STANDARD_INFREQUENT_ACCESS""#),
            (
                "\"BillingMode\":\"PROVISIONED\",\(UpdateMembers.units(3, 4))", "UPDATING",
                #""ReadCapacityUnits":3,"WriteCapacityUnits":4"#
            ),
            (#""BillingMode":"PAY_PER_REQUEST""#, "ACTIVE", #""BillingMode":"PAY_PER_REQUEST""#),
            (#""DeletionProtectionEnabled":true"#, "ACTIVE", #""DeletionProtectionEnabled":true"#),
        ] as [(String, String, String)]
    )
    func `what takes time is told to take time`(members: String, status: String, part: String) async throws {
        let service = try await TestService.withTables()

        let answer = try await service.call(.updateTable, Self.body(members))

        #expect(answer.hasPrefix(#"{"TableDescription":{"#))
        #expect(answer.contains("\"TableStatus\":\"\(status)\""), "\(answer)")
        #expect(answer.contains(part), "\(answer)")
        let later = try await service.call(.describeTable, #"{"TableName":"Cats"}"#)
        #expect(later.contains(#""TableStatus":"ACTIVE""#))
        #expect(later.contains(part))
    }

    @Test func `a new index is told to be created, and has all items in the end`() async throws {
        let service = try await TestService.withTables()
        for name in ["tom", "tim"] {
            try await service.call(
                .putItem,
                #"{"TableName":"Cats","Item":{"id":{"S":"\#(name)"},"owner":{"S":"ann"}}}"#
            )
        }

        let answer = try await service.call(.updateTable, Self.body(Self.newIndex))

        #expect(answer.contains(#""IndexStatus":"CREATING""#))
        try await service.waitForTable { $0.contains(#""IndexStatus":"ACTIVE""#) }
        let page = try await service.call(
            .query,
            #"""
            {"TableName":"Cats","IndexName":"byOwner","KeyConditionExpression":"#o = :o","Select":"COUNT",
             "ExpressionAttributeNames":{"#o":"owner"},"ExpressionAttributeValues":{":o":{"S":"ann"}}}
            """#
        )
        #expect(page.contains(#""Count":2"#))
    }

    @Test func `an index that is deleted goes, and its attribute with it`() async throws {
        let service = try await TestService.withTables()
        try await service.call(.updateTable, Self.body(Self.newIndex))
        try await service.waitForTable { $0.contains(#""IndexStatus":"ACTIVE""#) }

        let answer = try await service.call(
            .updateTable,
            Self.body(UpdateMembers.indexUpdates(UpdateMembers.delete("byOwner")))
        )

        #expect(answer.contains(#""IndexStatus":"DELETING""#))
        try await service.waitForTable { !$0.contains("GlobalSecondaryIndexes") && !$0.contains("owner") }
    }

    @Test func `an unknown table is refused`() async throws {
        let service = try TestService()
        let error = ServiceError(.resourceNotFound, "Requested resource not found: Table: Cats not found")

        await #expect(throws: error) {
            try await service.call(.updateTable, Self.body(#""TableClass":"STANDARD""#))
        }
    }

    @Test func `a table that is being created is refused`() async throws {
        let service = try await TestService.withTables(transitionDelay: .seconds(60))

        let error = await #expect(throws: ServiceError.self) {
            try await service.call(.updateTable, Self.body(#""TableClass":"STANDARD""#))
        }

        #expect(error?.code == .resourceInUse)
    }
}

extension TestService {
    /// Waits until the description of `Cats` is as wanted.
    fileprivate func waitForTable(_ isWanted: (String) -> Bool) async throws {
        for _ in 0..<500 {
            if isWanted(try await call(.describeTable, #"{"TableName":"Cats"}"#)) { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("the table has not become as wanted")
    }
}
