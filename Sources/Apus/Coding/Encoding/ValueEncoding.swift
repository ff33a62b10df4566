// The encoder that one value of a tree writes itself to.

import ApusModel

/// Gathers what becomes one attribute value. Containers and what stands in them share it, hence a class.
final class ValueEncoding: Encoder {
    /// What was written so far.
    private enum Content {
        case value(AttributeValue)
        case map(EncodedMap)
        case list(EncodedList)
        /// An empty set, which the service cannot store.
        case emptySet
    }

    /// Values in one another, among them those that add no list or map: there is an end to these as well.
    static let depthLimit = 256

    let options: ItemEncoder
    let path: CodingPath
    /// How many lists and maps lie around this value and in it, if it is one; an item itself does not count.
    let level: Int
    private var depth: Int
    private(set) var keyStrategy: KeyStrategy
    private var content: Content?

    init(options: ItemEncoder, path: CodingPath, level: Int, depth: Int) {
        self.options = options
        self.path = path
        self.level = level
        self.depth = depth
        keyStrategy = options.keyStrategy
    }

    /// The encoding of a value inside this one.
    func inner(_ key: any CodingKey) -> ValueEncoding {
        ValueEncoding(options: options, path: path.step(to: key), level: level + 1, depth: depth + 1)
    }

    // MARK: Encoder

    var codingPath: [any CodingKey] { path.keys }
    var userInfo: [CodingUserInfoKey: Any] { options.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(KeyedEncoding<Key>(place: self, map: openMap()))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        UnkeyedEncoding(place: self, list: openList())
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        self
    }

    // A class and its superclass may both write to the same container.
    private func openMap() -> EncodedMap {
        if case .map(let map) = content { return map }
        precondition(content == nil, "A value wrote to containers of two kinds")
        let map = EncodedMap()
        content = .map(map)
        return map
    }

    private func openList() -> EncodedList {
        if case .list(let list) = content { return list }
        precondition(content == nil, "A value wrote to containers of two kinds")
        let list = EncodedList()
        content = .list(list)
        return list
    }

    // MARK: Values

    /// Writes the value that stands here.
    func encode<Value: Encodable>(_ value: Value) throws {
        if let scalar = value as? any AttributeScalar {
            write(try attributeValue(of: scalar, key: nil))
        } else {
            try encodeByItself(value)
        }
    }

    /// What a value inside this one becomes; nil for an empty set, which is left out.
    func encoded<Value: Encodable>(_ value: Value, under key: any CodingKey) throws -> AttributeValue? {
        guard level <= Limits.nestingLevels else { throw EncodingError.invalid(value, .tooDeep, at: path) }
        if let scalar = value as? any AttributeScalar { return try attributeValue(of: scalar, key: key) }
        let inner = inner(key)
        try inner.encodeByItself(value)
        return try inner.finished()
    }

    /// Sets the value that stands here.
    func write(_ value: AttributeValue) {
        precondition(content == nil, "A value wrote to containers of two kinds")
        content = .value(value)
    }

    /// Leaves out the value that stands here.
    func writeEmptySet() {
        content = .emptySet
    }

    private func attributeValue(of scalar: any AttributeScalar, key: (any CodingKey)?) throws -> AttributeValue {
        let problem: ItemCodingError.Problem
        do throws(ItemCodingError.Problem) {
            let value = try scalar.attributeValue(options)
            let outerLevels = key == nil ? level - 1 : level
            if !value.isCollection || outerLevels + value.nestingLevels <= Limits.nestingLevels { return value }
            problem = .tooDeep
        } catch {
            problem = error
        }
        throw EncodingError.invalid(scalar, problem, at: key.map(path.step(to:)) ?? path)
    }

    private func encodeByItself<Value: Encodable>(_ value: Value) throws {
        depth += 1
        guard depth <= Self.depthLimit else { throw EncodingError.invalid(value, .tooDeep, at: path) }
        if value is any KeyedByData { keyStrategy = .asIs }
        do {
            if let dictionary = value as? any RawKeyedEncodable {
                try dictionary.encodeUnderRawKeys(to: self)
            } else {
                try value.encode(to: self)
            }
        } catch let error as EncodingError {
            throw error
        } catch {
            throw EncodingError.invalid(value, .refused("\(error)"), at: path)
        }
    }

    // MARK: Result

    /// What was written; an empty map where nothing was, and nil for an empty set.
    func finished() throws -> AttributeValue? {
        switch content {
        case .value(let value): return value
        case .emptySet: return nil
        case .map, .list, nil:
            guard level <= Limits.nestingLevels else { throw EncodingError.invalid(self, .tooDeep, at: path) }
        }
        switch content {
        case .map(let map): return .map(try map.finished())
        case .list(let list): return .list(try list.finished())
        default: return .map(AttributeMap())
        }
    }

    /// Thrown where an empty set can neither be stored nor left out.
    var emptySetError: EncodingError {
        let wanted = "an element at least: only as the value of a property can a set be empty, and is left out"
        return .invalid(self, .mismatch(found: "an empty set", wanted: wanted), at: path)
    }
}

extension ValueEncoding: SingleValueEncodingContainer {
    func encodeNil() { write(.null) }
    // The standard library has an answer of its own to these two, which would come before the general one.
    func encode(_ value: Int128) throws { write(try attributeValue(of: value, key: nil)) }
    func encode(_ value: UInt128) throws { write(try attributeValue(of: value, key: nil)) }
}

extension AttributeValue {
    fileprivate var isCollection: Bool {
        switch self {
        case .list, .map: true
        default: false
        }
    }
}
