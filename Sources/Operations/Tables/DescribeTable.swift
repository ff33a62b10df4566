// DescribeTable: tells what a table is, and in which state.

import ApusDatabase
import ApusModel
import ApusWire

enum DescribeTable: Operation {
    static let name = OperationName.describeTable

    static func run(
        _ request: TableNameRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<TableResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let name = try request.checkedName(in: context)
        guard let (table, state) = context.database.catalog.table(named: name, in: context.region) else {
            throw .tableNotFound(name)
        }
        answer(
            Result {
                var description = TableDescription(of: table, as: TableStatus(state), in: context)
                (description.itemCount, description.sizeBytes) = try context.database.statistics(of: table)
                return TableResponse(description, under: .table)
            }
        )
    }
}

extension TableNameRequest {
    /// The table that the request names.
    func checkedName(in context: RequestContext) throws(ServiceError) -> TableName {
        guard let tableName else { throw .missingTableName }
        guard let name = context.tableName(tableName) else { throw .tableNotFound }
        return name
    }
}

extension ServiceError {
    static let missingTableName = ServiceError.validation(
        "The parameter 'TableName' is required but was not present in the request"
    )
}

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
