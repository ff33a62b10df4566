// DescribeContinuousBackups on tables.

import ApusModel
import Testing

@testable import ApusOperations

struct DescribeContinuousBackupsTests {
    @Test(arguments: ["Cats", "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats"])
    func `a table has continuous backups, and no point to be restored to`(name: String) async throws {
        let service = try await TestService.withTables()

        #expect(
            try await service.call(.describeContinuousBackups, "{\"TableName\":\"\(name)\"}")
                == #"{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","#
                + #""PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"DISABLED"}}}"#
        )
    }

    @Test(arguments: ["None", "arn:aws:dynamodb:eu-north-1:111122223333:table/None", "arn:x"])
    func `an unknown table is refused in the words of the operations on backups`(name: String) async throws {
        let service = try await TestService.withTables()

        await #expect(throws: ServiceError(.tableNotFound, "Table not found: \(name)")) {
            try await service.call(.describeContinuousBackups, "{\"TableName\":\"\(name)\"}")
        }
    }
}
