// The decoder that one value of a tree reads itself from.

import ApusModel

/// Hands out one attribute value and what stands in it.
final class ValueDecoding: Decoder {
    let value: AttributeValue
    let options: ItemDecoder
    let path: CodingPath
    /// How many lists and maps lie around this value and in it, if it is one; an item itself does not count.
    private let level: Int
    private var depth: Int
    private(set) var keyStrategy: KeyStrategy

    /// The decoding of the outermost value.
    convenience init(of value: AttributeValue, options: ItemDecoder, level: Int) {
        self.init(value: value, options: options, path: .start, level: level, depth: 0)
    }

    private init(value: AttributeValue, options: ItemDecoder, path: CodingPath, level: Int, depth: Int) {
        self.value = value
        self.options = options
        self.path = path
        self.level = level
        self.depth = depth
        keyStrategy = options.keyStrategy
    }

    /// The decoding of a value inside this one.
    func inner(_ value: AttributeValue, under key: any CodingKey) -> ValueDecoding {
        ValueDecoding(value: value, options: options, path: path.step(to: key), level: level + 1, depth: depth + 1)
    }

    // MARK: Decoder

    var codingPath: [any CodingKey] { path.keys }
    var userInfo: [CodingUserInfoKey: Any] { options.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try requireLevel()
        guard case .map(let map) = value else {
            let problem = ItemCodingError.Problem.mismatch(found: value, wanted: "a map (M)")
            throw DecodingError.mismatch(AttributeMap.self, problem, at: path)
        }
        return KeyedDecodingContainer(KeyedDecoding<Key>(place: self, map: SearchedMap(map)))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        UnkeyedDecoding(place: self, elements: try elements())
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        self
    }

    /// The elements of a list or a set.
    func elements() throws -> [AttributeValue] {
        try requireLevel()
        switch value {
        case .list(let elements): return elements
        case .stringSet(let texts): return texts.map { .string($0) }
        case .numberSet(let numbers): return numbers.map { .number($0) }
        case .binarySet(let blobs): return blobs.map { .binary($0) }
        default:
            let problem = ItemCodingError.Problem.mismatch(found: value, wanted: "a list or a set (L, SS, NS, BS)")
            throw DecodingError.mismatch([AttributeValue].self, problem, at: path)
        }
    }

    private func requireLevel() throws {
        guard level <= Limits.nestingLevels else { throw tooDeep }
    }

    private var tooDeep: DecodingError {
        .dataCorrupted(DecodingError.Context(.tooDeep, at: path))
    }

    // MARK: Values

    /// Reads the value that stands here.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let scalar = type as? any AttributeScalar.Type {
            return try Self.scalar(scalar, of: value, options) { path } as! Value
        }
        return try decodeByItself(type)
    }

    /// Reads a value that stands in this one.
    func decoded<Value: Decodable>(
        _ type: Value.Type,
        of value: AttributeValue,
        under key: any CodingKey
    ) throws -> Value {
        if let scalar = type as? any AttributeScalar.Type {
            return try Self.scalar(scalar, of: value, options) { path.step(to: key) } as! Value
        }
        return try inner(value, under: key).decodeByItself(type)
    }

    /// What is wanted where a value of a type is, for an error.
    func wanted(_ type: any Decodable.Type) -> String {
        (type as? any AttributeScalar.Type)?.wanted(options) ?? "a value for \(type)"
    }

    private static func scalar<Scalar: AttributeScalar>(
        _ type: Scalar.Type,
        of value: AttributeValue,
        _ options: ItemDecoder,
        at path: () -> CodingPath
    ) throws -> Scalar {
        let problem: ItemCodingError.Problem
        do throws(ItemCodingError.Problem) {
            if let scalar = try Scalar(attributeValue: value, options: options) { return scalar }
            problem = .mismatch(found: value, wanted: Scalar.wanted(options))
        } catch {
            problem = error
        }
        throw DecodingError.mismatch(type, problem, at: path())
    }

    private func decodeByItself<Value: Decodable>(_ type: Value.Type) throws -> Value {
        depth += 1
        defer { depth -= 1 }
        guard depth <= ValueEncoding.depthLimit else { throw tooDeep }
        do {
            if type is any KeyedByData.Type { return try decodeDictionary(type) }
            let decoded = try type.init(from: self)
            try requireEveryElement(in: decoded)
            return decoded
        } catch let error as DecodingError {
            throw error
        } catch {
            throw DecodingError.dataCorrupted(DecodingError.Context(.refused("\(error)"), at: path))
        }
    }

    /// Refuses a Swift set in which two elements of a set of DynamoDB became one.
    private func requireEveryElement(in decoded: Any) throws {
        let count: Int
        switch value {
        case .stringSet(let texts): count = texts.count
        case .numberSet(let numbers): count = numbers.count
        case .binarySet(let blobs): count = blobs.count
        default: return
        }
        guard let set = decoded as? any CountedSet, set.count != count else { return }
        throw DecodingError.dataCorrupted(DecodingError.Context(.elementTwice, at: path))
    }

    private func decodeDictionary<Value: Decodable>(_ type: Value.Type) throws -> Value {
        keyStrategy = .asIs
        let decoded = try (type as? any RawKeyedDecodable.Type)?.init(fromRawKeysOf: self) as? Value
        let dictionary = try decoded ?? type.init(from: self)
        // Two names that differ in their bytes may be the same key: "é" in one code point and in two, "1" and "01".
        guard case .map(let map) = value, (dictionary as? any KeyedByData)?.count != map.count else {
            return dictionary
        }
        let problem = ItemCodingError.Problem.mismatch(found: "two names for one key", wanted: "keys that differ")
        throw DecodingError.dataCorrupted(DecodingError.Context(problem, at: path))
    }
}

/// A plain set, whose elements differ by the rules of Swift: "é" in one code point and in two are one.
private protocol CountedSet {
    var count: Int { get }
}

extension Set: CountedSet {}

extension ValueDecoding: SingleValueDecodingContainer {
    func decodeNil() -> Bool { value == .null }
    // The standard library has an answer of its own to these two, which would come before the general one.
    func decode(_ type: Int128.Type) throws -> Int128 { try Self.scalar(type, of: value, options) { path } }
    func decode(_ type: UInt128.Type) throws -> UInt128 { try Self.scalar(type, of: value, options) { path } }
}
