// CreateTable: checks the definition of a table and creates it.

import ApusDatabase
import ApusModel
import ApusWire

enum CreateTable: Operation {
    static let name = OperationName.createTable

    static func run(
        _ request: CreateTableRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<TableResponse, any Error>) -> Void
    ) throws(ServiceError) {
        guard let text = request.tableName else { throw .missingTableName }
        guard let name = TableName(text) else { throw .tableNotFound }
        try request.refuseUnserved()
        let billing = try request.billing(in: context.region)
        let keySchema = try request.checkedKeySchema()
        let uniqueID = context.chance.uniqueID()
        context.database.createTable(named: name, in: context.region, completingOn: context.executor) {
            [region = context.region] creation, ready in
            TableDefinition(
                name: name,
                region: region,
                uniqueID: uniqueID,
                keySchema: keySchema,
                billing: billing,
                creationTime: creation,
                readyTime: ready
            )
        } completion: { result in
            answer(
                result.map { table in
                    TableResponse(
                        TableDescription(of: table, as: .creating, in: context),
                        under: .tableDescription
                    )
                }
            )
        }
    }
}

extension CreateTableRequest {
    fileprivate func refuseUnserved() throws(ServiceError) {
        guard !unservedMembers.isEmpty else { return }
        throw .validation("This version of apus does not serve {\(unservedMembers.joined(separator: ", "))}")
    }

    fileprivate func billing(in region: String) throws(ServiceError) -> TableDefinition.Billing {
        switch (billingMode?.value ?? .provisioned, provisionedThroughput) {
        case (.payPerRequest, nil): return .onDemand
        case (.payPerRequest, _?):
            throw .invalidParameter(
                "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when "
                    + "BillingMode is PAY_PER_REQUEST"
            )
        case (.provisioned, let throughput):
            guard let readUnits = throughput?.readCapacityUnits, let writeUnits = throughput?.writeCapacityUnits else {
                throw .invalidParameter(
                    "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED"
                )
            }
            try Self.requireWithinQuota("ReadCapacityUnits", readUnits, Limits.tableReadUnits, region)
            try Self.requireWithinQuota("WriteCapacityUnits", writeUnits, Limits.tableWriteUnits, region)
            return .provisioned(readUnits: readUnits, writeUnits: writeUnits)
        }
    }

    private static func requireWithinQuota(
        _ name: String,
        _ units: Int,
        _ quota: Int,
        _ region: String
    ) throws(ServiceError) {
        guard units > quota else { return }
        throw ServiceError(
            .limitExceeded,
            "The requested \(name), \(units), is above the per table maximum for the account in \(region). "
                + "Per table maximum: \(quota). Refer to the Amazon DynamoDB Developer Guide for current limits "
                + "and how to request higher limits."
        )
    }

    fileprivate func checkedKeySchema() throws(ServiceError) -> KeySchema {
        let elements = keySchema ?? []
        let definitions = attributeDefinitions ?? []
        try Self.requireDistinctNames(definitions)
        guard elements[0].keyType?.value == .hash else {
            throw .validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type")
        }
        if elements.count > 1 {
            guard elements[1].keyType?.value == .range else {
                throw .validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type")
            }
            guard !elements[0].name.hasSameBytes(as: elements[1].name) else {
                throw .validation(
                    "Both the Hash Key and the Range Key element in the KeySchema have the same name"
                )
            }
        }
        let attributes = try elements.map { element throws(ServiceError) in try element.attribute(by: definitions) }
        guard definitions.count == attributes.count else {
            throw .invalidParameter(
                "Number of attributes in KeySchema does not exactly match number of attributes "
                    + "defined in AttributeDefinitions"
            )
        }
        return KeySchema(partition: attributes[0], sort: attributes.count > 1 ? attributes[1] : nil)
    }

    private static func requireDistinctNames(_ definitions: [AttributeDefinition]) throws(ServiceError) {
        for (index, definition) in definitions.enumerated() {
            let name = definition.attributeName ?? ""
            guard definitions[..<index].contains(where: { $0.attributeName?.hasSameBytes(as: name) ?? false }) else {
                continue
            }
            throw .invalidParameter("Attribute Name is duplicated: \(name)")
        }
    }
}

extension KeySchemaElement {
    fileprivate var name: String { attributeName ?? "" }

    fileprivate func attribute(by definitions: [AttributeDefinition]) throws(ServiceError) -> KeyAttribute {
        let definition = definitions.first { $0.attributeName?.hasSameBytes(as: name) ?? false }
        guard let type = definition?.attributeType?.value else {
            throw .validation("Invalid KeySchema: Some index key attribute have no definition")
        }
        return KeyAttribute(name: name, type: KeyAttributeType(type))
    }
}

extension KeyAttributeType {
    fileprivate init(_ type: ScalarAttributeType) {
        switch type {
        case .string: self = .string
        case .number: self = .number
        case .binary: self = .binary
        }
    }
}
