// What an update can store besides plain values.

import ApusModel

/// A sum, a difference or a list put together from others, in terms of the item before the update.
///
///     path("price") - 5
///     path("visits").ifNotExists(use: 0) + 1
///     path("log").ifNotExists(use: []).appending(["opened"])
///
/// The service adds or subtracts once and appends once for each attribute, so none of these can be a part of another.
public struct UpdateValue: ExpressionTerm {
    private enum Form {
        case operation(any UpdateOperand, String, any UpdateOperand)
        case appended(any UpdateOperand, any UpdateOperand)
    }

    private let form: Form

    private init(_ form: Form) {
        self.form = form
    }

    fileprivate init(_ left: any UpdateOperand, _ sign: String, _ right: any UpdateOperand) {
        self.init(.operation(left, sign, right))
    }

    fileprivate init(appending tail: any UpdateOperand, to head: any UpdateOperand) {
        self.init(.appended(head, tail))
    }

    /// Two operands with a sign between them, or the function `list_append` of the two.
    public func written(by writer: inout ExpressionWriter) throws(ExpressionError) -> String {
        switch form {
        case .operation(let left, let sign, let right):
            let left = try left.written(by: &writer)
            return "\(left) \(sign) \(try right.written(by: &writer))"
        case .appended(let head, let tail): return try writer.call("list_append", [head, tail])
        }
    }
}

extension UpdateOperand {
    /// A number plus this number.
    public static func + (left: Self, right: AttributeValue) -> UpdateValue { left + Constant(right) }
    /// A number minus this number.
    public static func - (left: Self, right: AttributeValue) -> UpdateValue { left - Constant(right) }
    /// The sum of two numbers.
    public static func + (left: Self, right: some UpdateOperand) -> UpdateValue { UpdateValue(left, "+", right) }
    /// The difference of two numbers.
    public static func - (left: Self, right: some UpdateOperand) -> UpdateValue { UpdateValue(left, "-", right) }

    /// A list, and behind its elements those of this list.
    public func appending(_ tail: AttributeValue) -> UpdateValue {
        appending(Constant(tail))
    }

    /// A list, and behind its elements those of another: `Constant(["first"]).appending(path("log"))`.
    public func appending(_ tail: some UpdateOperand) -> UpdateValue {
        UpdateValue(appending: tail, to: self)
    }
}

/// The value at a path, or another where there is none.
///
///     UpdateExpression().set("created", to: path("created").ifNotExists(use: .number(now)))
public struct DefaultedPath: UpdateOperand {
    private let path: DocumentPath
    private let fallback: any UpdateOperand

    fileprivate init(_ path: DocumentPath, otherwise fallback: any UpdateOperand) {
        self.path = path
        self.fallback = fallback
    }

    /// The function `if_not_exists` of the path and the other value.
    public func written(by writer: inout ExpressionWriter) throws(ExpressionError) -> String {
        try writer.call("if_not_exists", [path, fallback])
    }
}

extension DocumentPath {
    /// The value at this path, or this one where there is none. A NULL is a value.
    public func ifNotExists(use fallback: AttributeValue) -> DefaultedPath {
        ifNotExists(use: Constant(fallback))
    }

    /// The value at this path, or that of another operand where there is none.
    public func ifNotExists(use fallback: some UpdateOperand) -> DefaultedPath {
        DefaultedPath(self, otherwise: fallback)
    }
}
