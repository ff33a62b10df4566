// What stands beside an operator or within a function of an expression.

import ApusModel

/// A part of an expression that stands for a value. Types outside the library have no need to be one.
public protocol ExpressionTerm: Sendable {
    /// The text of this part, with placeholders from the writer.
    ///
    /// - Throws: the reason why the part cannot be written.
    func written(by writer: inout ExpressionWriter) throws(ExpressionError) -> String
}

/// What a ``ConditionExpression`` can hold against a value: a ``DocumentPath``, the ``DocumentPath/size`` of what is
/// there, or a ``Constant``.
///
///     path("stock") > 5
///     path("end") >= path("start")
///     path("tags").size.between(1, and: 3)
public protocol Operand: ExpressionTerm {}

/// What an ``UpdateExpression`` can compute with: a ``DocumentPath``, a ``DefaultedPath`` or a ``Constant``.
public protocol UpdateOperand: ExpressionTerm {}

extension DocumentPath: Operand, UpdateOperand {
    /// The path, with a placeholder for each of its names.
    public func written(by writer: inout ExpressionWriter) throws(ExpressionError) -> String {
        try writer.text(of: path)
    }
}

/// A value where the left side of an operator, or a mixture with paths, calls for an operand.
///
///     Constant(.number(now)).between(path("start"), and: path("end"))
///     Constant(100) - path("used")
public struct Constant: Operand, UpdateOperand {
    private let value: AttributeValue

    /// An operand with this value whatever the item.
    public init(_ value: AttributeValue) {
        self.value = value
    }

    /// The placeholder of the value.
    public func written(by writer: inout ExpressionWriter) -> String {
        writer.text(of: value)
    }
}

/// The size of what stands at a path: the characters of a text, the bytes of a binary value, or the elements of a set,
/// a list or a map. No comparison with the size of another type, or of nothing, holds.
public struct DocumentSize: Operand {
    private let path: DocumentPath

    fileprivate init(of path: DocumentPath) {
        self.path = path
    }

    /// The function `size` of the path.
    public func written(by writer: inout ExpressionWriter) throws(ExpressionError) -> String {
        try writer.call("size", [path])
    }
}

extension DocumentPath {
    /// The size of what stands here, to be compared: `path("tags").size < 10`.
    public var size: DocumentSize { DocumentSize(of: self) }
}
