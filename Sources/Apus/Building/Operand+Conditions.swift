// The conditions that have names instead of signs.

import ApusModel

extension Operand {
    /// Whether the operand lies between two values, both of them included. The service refuses bounds of different
    /// types, and a lower bound above the upper one.
    public func between(_ lower: AttributeValue, and upper: AttributeValue) -> ConditionExpression {
        between(Constant(lower), and: Constant(upper))
    }

    /// Whether the operand lies between two others, both of them included.
    public func between(_ lower: some Operand, and upper: some Operand) -> ConditionExpression {
        ConditionExpression(.between(self, lower: lower, upper: upper))
    }

    /// Whether the operand is one of these values, of which there may be 1 to 100.
    public func isIn(_ candidates: [AttributeValue]) -> ConditionExpression {
        isIn(candidates.map { Constant($0) })
    }

    /// Whether the operand is equal to one of these, of which there may be 1 to 100.
    public func isIn(_ candidates: [any Operand]) -> ConditionExpression {
        ConditionExpression(.isOneOf(self, candidates))
    }

    /// Whether a text begins with this text, or bytes with these bytes.
    public func begins(with prefix: AttributeValue) -> ConditionExpression {
        begins(with: Constant(prefix))
    }

    /// Whether a text begins with another, or bytes with others.
    public func begins(with prefix: some Operand) -> ConditionExpression {
        ConditionExpression(.call("begins_with", [self, prefix]))
    }

    /// Whether the value is a part of a text or of bytes, a member of a set, or an element of a list.
    public func contains(_ element: AttributeValue) -> ConditionExpression {
        contains(Constant(element))
    }

    /// Whether another operand is a part of a text or of bytes, a member of a set, or an element of a list.
    public func contains(_ element: some Operand) -> ConditionExpression {
        ConditionExpression(.call("contains", [self, element]))
    }
}

extension DocumentPath {
    /// Whether there is a value at this path; a NULL is one.
    public var exists: ConditionExpression {
        ConditionExpression(.call("attribute_exists", [self]))
    }

    /// Whether there is no value at this path. Of a key attribute it says that there is no such item.
    public var doesNotExist: ConditionExpression {
        ConditionExpression(.call("attribute_not_exists", [self]))
    }

    /// Whether the value at this path is of a type; false where there is none.
    public func hasType(_ type: AttributeType) -> ConditionExpression {
        ConditionExpression(.call("attribute_type", [self, Constant(.string(type.rawValue))]))
    }
}
