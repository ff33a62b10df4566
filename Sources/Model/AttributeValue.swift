// The value of an attribute, of one of DynamoDB's ten types.

/// A typed value. Equality is the service's: numbers by value, text by its UTF-8 bytes, sets and maps in any order.
public indirect enum AttributeValue: Sendable {
    /// Text (`S`).
    case string(String)
    /// A decimal number (`N`).
    case number(Number)
    /// Bytes (`B`).
    case binary([UInt8])
    /// True or false (`BOOL`).
    case bool(Bool)
    /// A value that is present and says nothing (`NULL`).
    case null
    /// Values of any types in their order (`L`).
    case list([AttributeValue])
    /// Values of any types under their names (`M`).
    case map(AttributeMap)
    /// Different texts, one at least (`SS`).
    case stringSet([String])
    /// Different numbers, one at least (`NS`).
    case numberSet([Number])
    /// Different sequences of bytes, one at least (`BS`).
    case binarySet([[UInt8]])

    /// The type, as the API names it.
    public var type: AttributeType {
        switch self {
        case .string: .string
        case .number: .number
        case .binary: .binary
        case .bool: .bool
        case .null: .null
        case .list: .list
        case .map: .map
        case .stringSet: .stringSet
        case .numberSet: .numberSet
        case .binarySet: .binarySet
        }
    }
}

/// The types of attribute values, under the names that the API gives them.
public enum AttributeType: String, CaseIterable, Sendable {
    /// Text.
    case string = "S"
    /// A decimal number.
    case number = "N"
    /// Bytes.
    case binary = "B"
    /// True or false.
    case bool = "BOOL"
    /// A value that is present and says nothing.
    case null = "NULL"
    /// Values in their order.
    case list = "L"
    /// Values under their names.
    case map = "M"
    /// Different texts.
    case stringSet = "SS"
    /// Different numbers.
    case numberSet = "NS"
    /// Different sequences of bytes.
    case binarySet = "BS"
}

extension AttributeValue: Equatable {
    /// Whether both are the same value to the service.
    public static func == (left: AttributeValue, right: AttributeValue) -> Bool {
        switch (left, right) {
        case (.string(let left), .string(let right)): left.hasSameBytes(as: right)
        case (.number(let left), .number(let right)): left == right
        case (.binary(let left), .binary(let right)): left == right
        case (.bool(let left), .bool(let right)): left == right
        case (.null, .null): true
        case (.list(let left), .list(let right)): left == right
        case (.map(let left), .map(let right)): left == right
        case (.stringSet(let left), .stringSet(let right)):
            left.count == right.count && sorted(left).elementsEqual(sorted(right)) { $0.hasSameBytes(as: $1) }
        case (.numberSet(let left), .numberSet(let right)): left.count == right.count && Set(left) == Set(right)
        case (.binarySet(let left), .binarySet(let right)): left.count == right.count && Set(left) == Set(right)
        default: false
        }
    }

    private static func sorted(_ texts: [String]) -> [String] {
        texts.sorted { $0.precedesInBytes($1) }
    }
}

extension AttributeMap {
    /// Refuses an item whose lists and maps lie deeper in one another than the service allows.
    package func requireNestingLevels() throws(ServiceError) {
        guard contains(where: { $0.value.nestingLevels > Limits.nestingLevels }) else { return }
        throw .tooManyNestingLevels
    }
}

extension ServiceError {
    package static let tooManyNestingLevels = ServiceError.validation(
        "Nesting Levels have exceeded supported limits: "
            + "Attributes in the item have nested levels beyond supported limit"
    )
}

extension AttributeValue {
    /// Below zero, zero or above zero, as this value stands before, at or after the other in a sort key's order.
    ///
    /// Nil unless both are strings, both numbers or both binary: no other type has an order.
    package func order(relativeTo other: AttributeValue) -> Int? {
        switch (self, other) {
        case (.string(let mine), .string(let theirs)): mine.compareBytes(with: theirs)
        case (.number(let mine), .number(let theirs)): mine == theirs ? 0 : mine < theirs ? -1 : 1
        case (.binary(let mine), .binary(let theirs)): mine.compareBytes(with: theirs)
        default: nil
        }
    }

    /// How many lists and maps lie around the deepest value inside this one, itself included.
    package var nestingLevels: Int {
        switch self {
        case .list(let elements): 1 + (elements.lazy.map(\.nestingLevels).max() ?? 0)
        case .map(let attributes): 1 + (attributes.lazy.map(\.value.nestingLevels).max() ?? 0)
        default: 0
        }
    }
}

// Not by a nil literal: where a value may be absent, `nil` would then mean a stored NULL.
extension AttributeValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A number.
    public init(integerLiteral value: Int) { self = .number(Number(value)) }
    /// A number, with the digits that are the shortest to tell the literal from its neighbours.
    public init(floatLiteral value: Double) { self = .number(Number(floatLiteral: value)) }
    /// True or false.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A list.
    public init(arrayLiteral elements: AttributeValue...) { self = .list(elements) }
    /// A map.
    public init(dictionaryLiteral elements: (String, AttributeValue)...) { self = .map(AttributeMap(elements)) }
}
