// The shape Condition of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The old way to state a condition on one attribute. Expressions replace it.
public struct Condition: Equatable, Sendable {
    /// How the attribute is compared.
    public var comparisonOperator: ComparisonOperator
    /// What to compare with: two values for `BETWEEN`, any for `IN`, none for `NULL` and `NOT_NULL`, else one.
    public var attributeValueList: [AttributeValue]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        comparisonOperator: ComparisonOperator,
        attributeValueList: [AttributeValue]? = nil
    ) {
        self.comparisonOperator = comparisonOperator
        self.attributeValueList = attributeValueList
    }
}

extension Condition: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ComparisonOperator", of: comparisonOperator)
            writer.member("AttributeValueList", of: attributeValueList)
        }
    }
}
