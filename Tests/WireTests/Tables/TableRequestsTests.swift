// The requests to describe, list and delete tables.

import ApusModel
import Testing

@testable import ApusWire

struct TableRequestsTests {
    @Test(
        arguments: [("{\"TableName\":\"Cats\"}", "Cats"), ("{}", nil), ("{\"TableName\":null,\"Other\":1}", nil)]
            as [(String, String?)]
    )
    func `a table is named or not`(json: String, name: String?) throws {
        #expect(try TableNameRequest.decode(json).tableName == name)
    }

    @Test(arguments: ["ab", "a b c", ""])
    func `a text that can be no name is refused`(name: String) {
        #expect(throws: ServiceError.self) { try TableNameRequest.decode("{\"TableName\":\"\(name)\"}") }
    }

    @Test func `an ARN may stand for the name`() throws {
        let arn = "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats"

        #expect(try TableNameRequest.decode("{\"TableName\":\"\(arn)\"}").tableName == arn)
    }

    @Test func `a client writes what the server reads`() throws {
        let json = written { TableNameRequest(tableName: "Cats").write(to: &$0) }

        #expect(try TableNameRequest.decode(json).tableName == "Cats")
    }

    @Test func `a list begins after a name and has a limit`() throws {
        let request = try ListTablesRequest.decode(#"{"ExclusiveStartTableName":"Cats","Limit":100}"#)

        #expect(request.exclusiveStartTableName == "Cats")
        #expect(request.limit == 100)
    }

    @Test(
        arguments: [
            (
                #"{"Limit":0}"#,
                "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1"
            ),
            (
                #"{"Limit":101}"#,
                "Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100"
            ),
            (
                #"{"ExclusiveStartTableName":"ab"}"#,
                "Value 'ab' at 'exclusiveStartTableName' failed to satisfy constraint: "
                    + "Member must have length greater than or equal to 3"
            ),
        ] as [(String, String)]
    )
    func `a list that breaks a constraint is refused`(json: String, fault: String) {
        #expect(throws: ServiceError.validation("1 validation error detected: \(fault)")) {
            try ListTablesRequest.decode(json)
        }
    }

    @Test func `an empty request may hold anything`() {
        #expect(throws: Never.self) { try EmptyRequest.decode(#"{"a":[1,{"b":null}]}"#) }
        #expect(throws: ServiceError.serialization(nil)) { try EmptyRequest.decode("[]") }
    }
}
