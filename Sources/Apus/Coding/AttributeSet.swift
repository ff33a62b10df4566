// Sets that are stored as such.

import ApusModel

/// Stores a set as SS, NS or BS, as its elements are strings, numbers or bytes, where a plain `Set` would become a list.
///
///     struct Film: Codable {
///         var title: String
///         @AttributeSet var tags: Set<String> = []
///     }
///
/// DynamoDB stores no empty set: an empty one is left out of the item, and a missing attribute is read as the empty
/// set. A list is read, too. With other coders it takes the form of the plain set.
@propertyWrapper
public struct AttributeSet<Element: Hashable> {
    /// The set.
    public var wrappedValue: Set<Element>

    /// Wraps a set.
    public init(wrappedValue: Set<Element>) {
        self.wrappedValue = wrappedValue
    }
}

extension AttributeSet: Hashable {}
extension AttributeSet: Sendable where Element: Sendable {}

extension AttributeSet: Encodable where Element: Encodable {
    /// Writes SS, NS or BS, or the plain set to another coder than apus's.
    public func encode(to encoder: any Encoder) throws {
        guard let place = encoder as? ValueEncoding else { return try wrappedValue.encode(to: encoder) }
        guard !wrappedValue.isEmpty else { return place.writeEmptySet() }
        var members = SetMembers()
        for (index, element) in wrappedValue.enumerated() {
            let key = ListIndex(index)
            guard let value = try place.encoded(element, under: key), members.add(value) else {
                let problem = ItemCodingError.Problem.mismatch(found: "\(Element.self)", wanted: SetMembers.wanted)
                throw EncodingError.invalid(element, problem, at: place.path)
            }
        }
        guard let set = members.set else {
            let problem = ItemCodingError.Problem.mismatch(found: "elements of one value", wanted: "a set")
            throw EncodingError.invalid(wrappedValue, problem, at: place.path)
        }
        place.write(set)
    }
}

extension AttributeSet: Decodable where Element: Decodable {
    /// Reads SS, NS, BS or L, or the plain set from another coder than apus's.
    public init(from decoder: any Decoder) throws {
        guard let place = decoder as? ValueDecoding else {
            self.init(wrappedValue: try Set(from: decoder))
            return
        }
        let values = try place.elements()
        let elements = try values.enumerated().map { index, value in
            try place.decoded(Element.self, of: value, under: ListIndex(index))
        }
        self.init(wrappedValue: Set(elements))
        // To Swift, texts with different bytes may be one: "é" in one code point and in two.
        guard wrappedValue.count == values.count else {
            throw DecodingError.dataCorrupted(DecodingError.Context(.elementTwice, at: place.path))
        }
    }
}

extension KeyedDecodingContainer {
    /// Reads a set; the empty set where the attribute is missing or NULL.
    public func decode<Element: Decodable>(
        _ type: AttributeSet<Element>.Type,
        forKey key: Key
    ) throws -> AttributeSet<Element> {
        try decodeIfPresent(type, forKey: key) ?? AttributeSet(wrappedValue: [])
    }
}

/// What goes into a set of DynamoDB: values of one of three types.
private struct SetMembers {
    static let wanted = "strings, numbers or bytes, and one kind of them in a set"

    private var texts: [String] = []
    private var numbers: [Number] = []
    private var blobs: [[UInt8]] = []

    /// False where a set cannot hold the value beside the others.
    mutating func add(_ value: AttributeValue) -> Bool {
        switch value {
        case .string(let text): texts.append(text)
        case .number(let number): numbers.append(number)
        case .binary(let bytes): blobs.append(bytes)
        default: return false
        }
        return [texts.isEmpty, numbers.isEmpty, blobs.isEmpty].count { !$0 } == 1
    }

    /// Nil where two members are the same.
    var set: AttributeValue? {
        if !texts.isEmpty { return Set(texts).count == texts.count ? .stringSet(texts) : nil }
        if !numbers.isEmpty { return Set(numbers).count == numbers.count ? .numberSet(numbers) : nil }
        return Set(blobs).count == blobs.count ? .binarySet(blobs) : nil
    }
}
