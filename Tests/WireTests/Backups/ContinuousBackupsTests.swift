// The request and the answer of DescribeContinuousBackups.

import ApusModel
import Testing

@testable import ApusWire

struct ContinuousBackupsTests {
    @Test(arguments: ["Cats", "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats"])
    func `a table is named by its name or its ARN`(name: String) throws {
        #expect(try DescribeContinuousBackupsRequest.decode(#"{"TableName":"\#(name)"}"#).tableName == name)
    }

    @Test(arguments: [
        "{}", #"{"TableName":null}"#, #"{"TableName":"ab"}"#, #"{"TableName":""}"#,
        #"{"TableName":"\#(String(repeating: "a", count: 256))"}"#,
        #"{"TableName":"arn:\#(String(repeating: "a", count: 1_021))"}"#,
    ])
    func `a name of a wrong length has the message of the operations on backups`(json: String) {
        let expected = "TableName must be at least 3 characters long and at most 255 characters long"

        #expect(throws: ServiceError.validation(expected)) { try DescribeContinuousBackupsRequest.decode(json) }
    }

    @Test func `a text that can be no name is refused`() throws {
        let error = try #require(throws: ServiceError.self) {
            try DescribeContinuousBackupsRequest.decode(#"{"TableName":"a b c"}"#)
        }

        #expect(error.message?.contains("Value 'a b c' at 'tableName'") == true)
    }

    @Test func `a table has continuous backups, and may not be restored`() {
        let response = DescribeContinuousBackupsResponse(continuousBackups: .enabled, pointInTimeRecovery: .disabled)

        #expect(
            response.json
                == #"{"ContinuousBackupsDescription":{"ContinuousBackupsStatus":"ENABLED","#
                + #""PointInTimeRecoveryDescription":{"PointInTimeRecoveryStatus":"DISABLED"}}}"#
        )
    }
}
