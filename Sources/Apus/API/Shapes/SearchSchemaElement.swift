// The shape SearchSchemaElement of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One attribute that a vector search may name, and its part in the index.
public struct SearchSchemaElement: Equatable, Sendable {
    /// The name of the attribute.
    public var attributeName: String
    /// The part of the attribute in a search.
    public var searchSchemaElementType: SearchSchemaElementType

    /// Takes a value for each member; those with a default may be left out.
    public init(
        attributeName: String,
        searchSchemaElementType: SearchSchemaElementType
    ) {
        self.attributeName = attributeName
        self.searchSchemaElementType = searchSchemaElementType
    }
}

extension SearchSchemaElement: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("AttributeName", of: attributeName)
            writer.member("SearchSchemaElementType", of: searchSchemaElementType)
        }
    }
}

extension SearchSchemaElement: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var attributeName: String?
        var searchSchemaElementType: SearchSchemaElementType?
        try reader.members(of: "SearchSchemaElement") { name, reader throws(ServiceError) in
            switch name {
            case "AttributeName": attributeName = try reader.value()
            case "SearchSchemaElementType": searchSchemaElementType = try reader.value()
            default: try reader.skipValue()
            }
        }
        self.init(
            attributeName: try attributeName.required("AttributeName"),
            searchSchemaElementType: try searchSchemaElementType.required("SearchSchemaElementType")
        )
    }
}
