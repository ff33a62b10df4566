// DescribeTimeToLive on tables.

import ApusModel
import Testing

@testable import ApusOperations

struct DescribeTimeToLiveTests {
    @Test(arguments: ["Cats", "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats"])
    func `a table keeps its items`(name: String) async throws {
        let service = try await TestService.withTables()

        #expect(
            try await service.call(.describeTimeToLive, "{\"TableName\":\"\(name)\"}")
                == #"{"TimeToLiveDescription":{"TimeToLiveStatus":"DISABLED"}}"#
        )
    }

    @Test func `an unknown table is refused`() async throws {
        let service = try TestService()
        let error = ServiceError(.resourceNotFound, "Requested resource not found: Table: None not found")

        await #expect(throws: error) { try await service.call(.describeTimeToLive, #"{"TableName":"None"}"#) }
    }

    @Test func `a table that is being created is refused`() async throws {
        let service = try await TestService.withTables(transitionDelay: .seconds(60))

        await #expect(
            throws: ServiceError.validation(
                "Cannot describe time to live while table is in CREATING state: Current table state is CREATING"
            )
        ) {
            try await service.call(.describeTimeToLive, #"{"TableName":"Cats"}"#)
        }
    }
}
