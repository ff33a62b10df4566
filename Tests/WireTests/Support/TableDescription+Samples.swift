// A table for the tests of descriptions.

import ApusModel

@testable import ApusWire

extension TableDescription {
    static var cats: TableDescription {
        var description = TableDescription()
        description.tableName = "Cats"
        description.tableArn = "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats"
        description.tableID = "6d1f0a3e-0000-4000-8000-00000000002a"
        description.status = .active
        description.creationTime = Timestamp(milliseconds: 1_767_225_600_250)
        description.attributeDefinitions = [AttributeDefinition(attributeName: "id", attributeType: .string)]
        description.keySchema = [KeySchemaElement(attributeName: "id", keyType: .hash)]
        return description
    }
}
