// The secondary indexes that a table is to have.

import ApusModel

/// What an index is to hold of an item, besides keys.
package struct IndexProjection: Sendable {
    package var projectionType: Choice<ProjectionType>?
    package var nonKeyAttributes: [String]?

    package init(projectionType: ProjectionType, nonKeyAttributes: [String]? = nil) {
        self.projectionType = Choice(projectionType)
        self.nonKeyAttributes = nonKeyAttributes
    }

    /// Nil for null.
    init?(optional reader: inout JSONReader) throws(ServiceError) {
        if try reader.consumeNull() { return nil }
        try reader.members(of: "Projection") { name, reader throws(ServiceError) in
            switch name {
            case "ProjectionType": projectionType = try reader.optionalChoice()
            case "NonKeyAttributes": nonKeyAttributes = try reader.optionalStrings()
            default: try reader.skipValue()
            }
        }
    }

    func check(_ violations: inout ShapeViolations, at path: String) {
        violations.checkChoice(projectionType, at: "\(path).projectionType")
        guard let nonKeyAttributes else { return }
        violations.checkCount(
            nonKeyAttributes.count,
            of: "[\(nonKeyAttributes.joined(separator: ", "))]",
            within: Limits.nonKeyAttributes,
            at: "\(path).nonKeyAttributes"
        )
        for (index, name) in nonKeyAttributes.enumerated() where !violations.isFull {
            violations.checkLength(
                of: name,
                within: Limits.keyAttributeNameBytes,
                at: "\(path).nonKeyAttributes.\(index + 1).member"
            )
        }
    }
}

/// A secondary index that is to be made: an element of CreateTable's lists, or what UpdateTable creates.
package struct NewIndex: Sendable {
    package let kind: IndexDefinition.Kind
    package var indexName: String?
    package var keySchema: [KeySchemaElement]?
    package var projection: IndexProjection?
    package var provisionedThroughput: ProvisionedThroughput?
    package var onDemandThroughput: OnDemandThroughput?
    package var warmThroughput: WarmThroughput?

    /// - Parameter shape: what the API calls the object.
    init(
        _ kind: IndexDefinition.Kind,
        reading reader: inout JSONReader,
        as shape: StaticString
    ) throws(ServiceError) {
        self.kind = kind
        try reader.members(of: shape) { name, reader throws(ServiceError) in
            switch (name, kind) {
            case ("IndexName", _): indexName = try reader.optionalString()
            case ("KeySchema", _): keySchema = try reader.optionalList(KeySchemaElement.init(reading:))
            case ("Projection", _): projection = try IndexProjection(optional: &reader)
            case ("ProvisionedThroughput", .global):
                provisionedThroughput = try ProvisionedThroughput(optional: &reader)
            case ("OnDemandThroughput", .global): onDemandThroughput = try OnDemandThroughput(optional: &reader)
            case ("WarmThroughput", .global): warmThroughput = try WarmThroughput(optional: &reader)
            default: try reader.skipValue()
            }
        }
    }

    /// Reads an element of `LocalSecondaryIndexes`.
    static func local(reading reader: inout JSONReader) throws(ServiceError) -> NewIndex {
        try NewIndex(.local, reading: &reader, as: "LocalSecondaryIndex")
    }

    /// Reads an element of `GlobalSecondaryIndexes`.
    static func global(reading reader: inout JSONReader) throws(ServiceError) -> NewIndex {
        try NewIndex(.global, reading: &reader, as: "GlobalSecondaryIndex")
    }

    func check(_ violations: inout ShapeViolations, at path: String) {
        violations.checkRequiredIndexName(indexName, at: "\(path).indexName")
        violations.checkKeySchema(
            keySchema,
            within: kind == .local ? Limits.keySchemaElements : Limits.globalIndexKeyElements,
            at: "\(path).keySchema"
        )
        violations.require(projection, at: "\(path).projection")
        projection?.check(&violations, at: "\(path).projection")
        provisionedThroughput?.check(&violations, at: "\(path).provisionedThroughput")
    }
}
