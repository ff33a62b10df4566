// The description of a table as JSON.

import ApusModel

extension TableDescription {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            if let attributeDefinitions { writer.member("AttributeDefinitions", attributeDefinitions) }
            if let keySchema { writer.member("KeySchema", keySchema) }
            writer.member("TableName", tableName)
            writer.member("TableArn", tableArn)
            writer.member("TableId", tableID)
            if let status { writer.member("TableStatus", status.rawValue) }
            writer.member("CreationDateTime", creationTime)
            writeBilling(to: &writer)
            throughput.write(to: &writer)
            writer.member("TableSizeBytes", sizeBytes)
            writer.member("ItemCount", itemCount)
            if let localIndexes { writer.member("LocalSecondaryIndexes", localIndexes) }
            if let globalIndexes { writer.member("GlobalSecondaryIndexes", globalIndexes) }
            writeStream(to: &writer)
            writeSettings(to: &writer)
        }
    }

    private func writeBilling(to writer: inout JSONWriter) {
        guard let billing else { return }
        writer.name("BillingModeSummary")
        writer.object { writer in
            writer.member("BillingMode", billing.billingMode.rawValue)
            writer.member("LastUpdateToPayPerRequestDateTime", billing.lastOnDemandTime)
        }
    }

    private func writeStream(to writer: inout JSONWriter) {
        if let streamViewType {
            writer.name("StreamSpecification")
            writer.object { writer in
                writer.member("StreamEnabled", true)
                writer.member("StreamViewType", streamViewType.rawValue)
            }
        }
        guard let latestStream else { return }
        writer.member("LatestStreamLabel", latestStream.label)
        writer.member("LatestStreamArn", latestStream.arn)
    }

    private func writeSettings(to writer: inout JSONWriter) {
        if let encryptionKeyArn {
            writer.name("SSEDescription")
            writer.object { writer in
                writer.member("Status", "ENABLED")
                writer.member("SSEType", SSEType.kms.rawValue)
                writer.member("KMSMasterKeyArn", encryptionKeyArn)
            }
        }
        if let tableClass {
            writer.name("TableClassSummary")
            writer.object { writer in
                writer.member("TableClass", tableClass.tableClass.rawValue)
                writer.member("LastUpdateDateTime", tableClass.lastUpdateTime)
            }
        }
        writer.member("DeletionProtectionEnabled", isDeletionProtected)
    }
}

extension AttributeDefinition {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("AttributeName", attributeName ?? "")
            writer.member("AttributeType", attributeType?.text ?? "")
        }
    }
}

extension JSONWriter {
    mutating func member(_ name: StaticString, _ keySchema: [KeySchemaElement]) {
        self.name(name)
        array { writer in
            for element in keySchema {
                writer.object { writer in
                    writer.member("AttributeName", element.attributeName ?? "")
                    writer.member("KeyType", element.keyType?.text ?? "")
                }
            }
        }
    }

    fileprivate mutating func member(_ name: StaticString, _ definitions: [AttributeDefinition]) {
        self.name(name)
        array { writer in definitions.forEach { $0.write(to: &writer) } }
    }

    fileprivate mutating func member(_ name: StaticString, _ indexes: [IndexDescription]) {
        self.name(name)
        array { writer in indexes.forEach { $0.write(to: &writer) } }
    }
}
