// A table as the API describes it.

import ApusDatabase
import ApusModel
import ApusWire

extension TableStatus {
    init(_ state: TableState) {
        switch state {
        case .creating: self = .creating
        case .active: self = .active
        case .deleting, .gone: self = .deleting
        }
    }
}

extension TableDescription {
    /// Describes a table, but for how many items it has.
    init(of table: Table, as status: TableStatus, in context: RequestContext) {
        self.init()
        let definition = table.definition
        tableName = definition.name.text
        tableArn = context.arn(ofTable: definition.name.text)
        tableID = definition.uniqueID
        self.status = status
        creationTime = definition.creationTime
        attributeDefinitions = table.keySchema.attributes.map {
            AttributeDefinition(attributeName: $0.name, attributeType: ScalarAttributeType($0.type))
        }
        keySchema = zip(table.keySchema.attributes, [KeyType.hash, .range]).map {
            KeySchemaElement(attributeName: $0.name, keyType: $1)
        }
        describeThroughput(definition.billing)
    }

    private mutating func describeThroughput(_ billing: TableDefinition.Billing) {
        switch billing {
        case .provisioned(let readUnits, let writeUnits):
            billingMode = .provisioned
            (readCapacityUnits, writeCapacityUnits) = (readUnits, writeUnits)
            (warmReadUnits, warmWriteUnits) = (readUnits, writeUnits)
        case .onDemand:
            billingMode = .payPerRequest
            (warmReadUnits, warmWriteUnits) = (Limits.onDemandReadUnits, Limits.onDemandWriteUnits)
        }
    }
}

extension ScalarAttributeType {
    fileprivate init(_ type: KeyAttributeType) {
        switch type {
        case .string: self = .string
        case .number: self = .number
        case .binary: self = .binary
        }
    }
}
