// Puts a header on each call and writes down each attempt, by middleware.

import Apus

/// Says on whose behalf calls are made.
struct Tagging: Middleware {
    let tenant: String

    func handle(_ request: ClientRequest, next: Next) async throws(CallError) -> ClientAnswer {
        var request = request
        request.headers["x-tenant"] = tenant
        return try await next(request)
    }
}

/// Writes down what goes out and what comes back.
struct CallLog: Middleware {
    func handle(_ request: ClientRequest, next: Next) async throws(CallError) -> ClientAnswer {
        let answer = try await next(request)
        let tenant = request.headers["x-tenant"] ?? "nobody"
        print("\(request.operation) for \(tenant), attempt \(request.attempt): status \(answer.status)")
        return answer
    }
}

var configuration = try ClientConfiguration(ClientChoices(fallbackEndpoint: "http://127.0.0.1:8000"))
configuration.callMiddleware = [Tagging(tenant: "ada")]
configuration.attemptMiddleware = [CallLog()]
let client = DynamoDBClient(configuration)

_ = try await client.listTables(ListTablesInput())
do throws(CallError) {
    _ = try await client.describeTable(DescribeTableInput(tableName: "Nowhere"))
} catch {
    print(error.code == .resourceNotFound ? "there is no table Nowhere" : "\(error)")
}
await client.shutDown()
