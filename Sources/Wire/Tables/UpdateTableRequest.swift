// The request to change a table.

import ApusModel

/// What is to change of a table: its throughput, its global secondary indexes or its settings.
package struct UpdateTableRequest: WireRequest {
    package var tableName: String?
    package var attributeDefinitions: [AttributeDefinition]?
    package var billingMode: Choice<BillingMode>?
    package var provisionedThroughput: ProvisionedThroughput?
    package var onDemandThroughput: OnDemandThroughput?
    package var warmThroughput: WarmThroughput?
    package var globalSecondaryIndexUpdates: [GlobalSecondaryIndexUpdate]?
    package var streamSpecification: StreamSpecification?
    package var sseSpecification: SSESpecification?
    package var tableClass: Choice<TableClass>?
    package var deletionProtectionEnabled: Bool?
    /// Members with a value that ask for what apus does not serve yet, by name.
    package private(set) var unserved = UnservedMembers()

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "UpdateTableInput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.optionalString()
            case "AttributeDefinitions":
                attributeDefinitions = try reader.optionalList(AttributeDefinition.init(reading:))
            case "BillingMode": billingMode = try reader.optionalChoice()
            case "ProvisionedThroughput": provisionedThroughput = try ProvisionedThroughput(optional: &reader)
            case "OnDemandThroughput": onDemandThroughput = try OnDemandThroughput(optional: &reader)
            case "WarmThroughput": warmThroughput = try WarmThroughput(optional: &reader)
            case "GlobalSecondaryIndexUpdates":
                globalSecondaryIndexUpdates = try reader.optionalList(GlobalSecondaryIndexUpdate.init(reading:))
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
        case "TableClass": tableClass = try reader.optionalChoice()
        case "DeletionProtectionEnabled": deletionProtectionEnabled = try reader.optionalBool()
        case "DisassociationProtectionEnabled", "GlobalTableSettingsReplicationMode", "GlobalTableWitnessUpdates",
            "MultiRegionConsistency", "ReplicaUpdates", "VectorIndexUpdates":
            try unserved.note(name, &reader)
        default: try reader.skipValue()
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkExistingTable(tableName)
        violations.checkAttributeDefinitions(attributeDefinitions, at: "attributeDefinitions")
        violations.checkChoice(billingMode, at: "billingMode")
        provisionedThroughput?.check(&violations, at: "provisionedThroughput")
        for (index, update) in (globalSecondaryIndexUpdates ?? []).enumerated() where !violations.isFull {
            update.check(&violations, at: "globalSecondaryIndexUpdates.\(index + 1).member")
        }
        streamSpecification?.check(&violations, at: "streamSpecification")
        sseSpecification?.check(&violations, at: "sSESpecification")
        violations.checkChoice(tableClass, at: "tableClass")
    }
}

/// What is to happen to one index; one of the three is given.
package struct GlobalSecondaryIndexUpdate: Sendable {
    package var update: UpdateGlobalSecondaryIndexAction?
    package var create: NewIndex?
    package var delete: DeleteGlobalSecondaryIndexAction?

    init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "GlobalSecondaryIndexUpdate") { name, reader throws(ServiceError) in
            switch name {
            case "Update":
                if try !reader.consumeNull() { update = try UpdateGlobalSecondaryIndexAction(reading: &reader) }
            case "Create":
                if try !reader.consumeNull() {
                    create = try NewIndex(.global, reading: &reader, as: "CreateGlobalSecondaryIndexAction")
                }
            case "Delete":
                if try !reader.consumeNull() { delete = try DeleteGlobalSecondaryIndexAction(reading: &reader) }
            default: try reader.skipValue()
            }
        }
    }

    fileprivate func check(_ violations: inout ShapeViolations, at path: String) {
        update?.check(&violations, at: "\(path).update")
        create?.check(&violations, at: "\(path).create")
        delete?.check(&violations, at: "\(path).delete")
    }
}

/// The throughput that an index is to have from now on.
package struct UpdateGlobalSecondaryIndexAction: Sendable {
    package var indexName: String?
    package var provisionedThroughput: ProvisionedThroughput?
    package var onDemandThroughput: OnDemandThroughput?
    package var warmThroughput: WarmThroughput?

    fileprivate init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "UpdateGlobalSecondaryIndexAction") { name, reader throws(ServiceError) in
            switch name {
            case "IndexName": indexName = try reader.optionalString()
            case "ProvisionedThroughput": provisionedThroughput = try ProvisionedThroughput(optional: &reader)
            case "OnDemandThroughput": onDemandThroughput = try OnDemandThroughput(optional: &reader)
            case "WarmThroughput": warmThroughput = try WarmThroughput(optional: &reader)
            default: try reader.skipValue()
            }
        }
    }

    fileprivate func check(_ violations: inout ShapeViolations, at path: String) {
        violations.checkRequiredIndexName(indexName, at: "\(path).indexName")
        provisionedThroughput?.check(&violations, at: "\(path).provisionedThroughput")
    }
}

/// The index that is to go.
package struct DeleteGlobalSecondaryIndexAction: Sendable {
    package var indexName: String?

    fileprivate init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "DeleteGlobalSecondaryIndexAction") { name, reader throws(ServiceError) in
            switch name {
            case "IndexName": indexName = try reader.optionalString()
            default: try reader.skipValue()
            }
        }
    }

    fileprivate func check(_ violations: inout ShapeViolations, at path: String) {
        violations.checkRequiredIndexName(indexName, at: "\(path).indexName")
    }
}
