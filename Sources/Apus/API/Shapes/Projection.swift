// The shape Projection of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Which attributes an index holds besides the keys of the table and its own.
public struct Projection: Equatable, Sendable {
    /// Which attributes the index holds.
    public var projectionType: ProjectionType?
    /// The names of attributes to hold, for `INCLUDE` only: 1 to 20, and 100 over all indexes.
    public var nonKeyAttributes: [String]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        projectionType: ProjectionType? = nil,
        nonKeyAttributes: [String]? = nil
    ) {
        self.projectionType = projectionType
        self.nonKeyAttributes = nonKeyAttributes
    }
}

extension Projection: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ProjectionType", of: projectionType)
            writer.member("NonKeyAttributes", of: nonKeyAttributes)
        }
    }
}

extension Projection: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "Projection") { name, reader throws(ServiceError) in
            switch name {
            case "ProjectionType": projectionType = try reader.value()
            case "NonKeyAttributes": nonKeyAttributes = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
