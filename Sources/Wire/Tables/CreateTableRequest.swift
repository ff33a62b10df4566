// The request to create a table.

import ApusModel

/// What a new table is to be: its name, its keys, its indexes, its throughput and its settings.
package struct CreateTableRequest: WireRequest {
    package var tableName: String?
    package var attributeDefinitions: [AttributeDefinition]?
    package var keySchema: [KeySchemaElement]?
    package var localSecondaryIndexes: [NewIndex]?
    package var globalSecondaryIndexes: [NewIndex]?
    package var billingMode: Choice<BillingMode>?
    package var provisionedThroughput: ProvisionedThroughput?
    package var onDemandThroughput: OnDemandThroughput?
    package var warmThroughput: WarmThroughput?
    package var streamSpecification: StreamSpecification?
    package var sseSpecification: SSESpecification?
    package var tags: [RequestTag]?
    package var tableClass: Choice<TableClass>?
    package var deletionProtectionEnabled: Bool?
    /// Members with a value that ask for what apus does not serve yet, by name.
    package private(set) var unserved = UnservedMembers()

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "CreateTableInput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.optionalString()
            case "AttributeDefinitions":
                attributeDefinitions = try reader.optionalList(AttributeDefinition.init(reading:))
            case "KeySchema": keySchema = try reader.optionalList(KeySchemaElement.init(reading:))
            case "LocalSecondaryIndexes": localSecondaryIndexes = try reader.optionalList(NewIndex.local(reading:))
            case "GlobalSecondaryIndexes": globalSecondaryIndexes = try reader.optionalList(NewIndex.global(reading:))
            case "BillingMode": billingMode = try reader.optionalChoice()
            case "ProvisionedThroughput": provisionedThroughput = try ProvisionedThroughput(optional: &reader)
            case "OnDemandThroughput": onDemandThroughput = try OnDemandThroughput(optional: &reader)
            case "WarmThroughput": warmThroughput = try WarmThroughput(optional: &reader)
            default: try readSetting(name, &reader)
            }
        }
        // The service reports this ahead of whatever else is missing.
        if tableName == nil { throw .missingTableName }
    }

    private mutating func readSetting(_ name: JSONName, _ reader: inout JSONReader) throws(ServiceError) {
        switch name {
        case "StreamSpecification": streamSpecification = try StreamSpecification(optional: &reader)
        case "SSESpecification": sseSpecification = try SSESpecification(optional: &reader)
        case "Tags": tags = try reader.optionalList(RequestTag.init(reading:))
        case "TableClass": tableClass = try reader.optionalChoice()
        case "DeletionProtectionEnabled": deletionProtectionEnabled = try reader.optionalBool()
        case "GlobalTableSettingsReplicationMode", "GlobalTableSourceArn", "ResourcePolicy", "VectorIndexes":
            try unserved.note(name, &reader)
        default: try reader.skipValue()
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkNewTable(tableName)
        violations.checkChoice(billingMode, at: "billingMode")
        violations.require(attributeDefinitions, at: "attributeDefinitions")
        violations.checkAttributeDefinitions(attributeDefinitions, at: "attributeDefinitions")
        violations.checkKeySchema(keySchema, within: Limits.keySchemaElements, at: "keySchema")
        provisionedThroughput?.check(&violations, at: "provisionedThroughput")
        violations.checkIndexes(localSecondaryIndexes, at: "localSecondaryIndexes")
        violations.checkIndexes(globalSecondaryIndexes, at: "globalSecondaryIndexes")
        streamSpecification?.check(&violations, at: "streamSpecification")
        sseSpecification?.check(&violations, at: "sSESpecification")
        violations.checkTags(tags, at: "tags")
        violations.checkChoice(tableClass, at: "tableClass")
    }
}
