// Numbers of every type as attribute values.

import ApusModel
import Foundation

extension AttributeScalar where Self: FixedWidthInteger {
    static func wanted(_ options: ItemDecoder) -> String { "a whole number from \(min) to \(max) (N)" }

    func attributeValue(_ options: ItemEncoder) throws(ItemCodingError.Problem) -> AttributeValue {
        guard let number = Number(exactly: self) else { throw .unstorable("\(self)") }
        return .number(number)
    }

    init?(attributeValue: AttributeValue, options: ItemDecoder) {
        guard case .number(let number) = attributeValue else { return nil }
        self.init(exactly: number)
    }
}

extension Int: AttributeScalar {}
extension Int8: AttributeScalar {}
extension Int16: AttributeScalar {}
extension Int32: AttributeScalar {}
extension Int64: AttributeScalar {}
extension Int128: AttributeScalar {}
extension UInt: AttributeScalar {}
extension UInt8: AttributeScalar {}
extension UInt16: AttributeScalar {}
extension UInt32: AttributeScalar {}
extension UInt64: AttributeScalar {}
extension UInt128: AttributeScalar {}

extension Double: AttributeScalar {
    static func wanted(_ options: ItemDecoder) -> String { "a number (N)" }

    func attributeValue(_ options: ItemEncoder) throws(ItemCodingError.Problem) -> AttributeValue {
        guard let number = Number(exactly: self) else { throw .unstorable("\(self)") }
        return .number(number)
    }

    init?(attributeValue: AttributeValue, options: ItemDecoder) {
        guard case .number(let number) = attributeValue else { return nil }
        self.init(number)
    }
}

extension Float: AttributeScalar {
    static func wanted(_ options: ItemDecoder) -> String {
        "a number from \(-greatestFiniteMagnitude) to \(greatestFiniteMagnitude) (N)"
    }

    func attributeValue(_ options: ItemEncoder) throws(ItemCodingError.Problem) -> AttributeValue {
        // Its own text, for as a Double it would have digits that a Float does not know.
        guard let number = Number(exactly: "\(self)") else { throw .unstorable("\(self)") }
        return .number(number)
    }

    init?(attributeValue: AttributeValue, options: ItemDecoder) {
        guard case .number(let number) = attributeValue else { return nil }
        self.init(number)
        guard isFinite else { return nil }
    }
}

extension Decimal: AttributeScalar {
    static func wanted(_ options: ItemDecoder) -> String { "a number with at most 128 digits after its point (N)" }

    func attributeValue(_ options: ItemEncoder) throws(ItemCodingError.Problem) -> AttributeValue {
        guard let number = Number(self) else { throw .unstorable("\(self)") }
        return .number(number)
    }

    init?(attributeValue: AttributeValue, options: ItemDecoder) {
        guard case .number(let number) = attributeValue else { return nil }
        self.init(number)
    }
}

extension Number: AttributeScalar {
    static func wanted(_ options: ItemDecoder) -> String { "a number (N)" }

    func attributeValue(_ options: ItemEncoder) -> AttributeValue { .number(self) }

    init?(attributeValue: AttributeValue, options: ItemDecoder) {
        guard case .number(let number) = attributeValue else { return nil }
        self = number
    }
}

extension ItemCodingError.Problem {
    fileprivate static func unstorable(_ number: String) -> Self {
        .mismatch(found: number, wanted: "a number of at most 38 digits, and of magnitude 1E-130 to 9.99E+125")
    }
}
