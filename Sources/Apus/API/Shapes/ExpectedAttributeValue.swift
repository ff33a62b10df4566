// The shape ExpectedAttributeValue of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// The old way to state a condition of a write on one attribute. `ConditionExpression` replaces it.
public struct ExpectedAttributeValue: Equatable, Sendable {
    /// The value that the attribute must have. Goes with `Exists`, not with `ComparisonOperator`.
    public var value: AttributeValue?
    /// Whether the attribute must be there with `Value`, or must be missing; true by default.
    public var exists: Bool?
    /// How the attribute is compared.
    public var comparisonOperator: ComparisonOperator?
    /// What to compare with: two values for `BETWEEN`, any for `IN`, none for `NULL` and `NOT_NULL`, else one.
    public var attributeValueList: [AttributeValue]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        value: AttributeValue? = nil,
        exists: Bool? = nil,
        comparisonOperator: ComparisonOperator? = nil,
        attributeValueList: [AttributeValue]? = nil
    ) {
        self.value = value
        self.exists = exists
        self.comparisonOperator = comparisonOperator
        self.attributeValueList = attributeValueList
    }
}

extension ExpectedAttributeValue: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Value", of: value)
            writer.member("Exists", of: exists)
            writer.member("ComparisonOperator", of: comparisonOperator)
            writer.member("AttributeValueList", of: attributeValueList)
        }
    }
}
