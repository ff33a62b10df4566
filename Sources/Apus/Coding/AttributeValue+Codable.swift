// Attribute values, items and numbers with coders of any kind.

import ApusModel

extension AttributeValue: Codable {
    /// Writes the value as it is, or in the API's typed form, `{"S": "text"}`, to another coder than apus's.
    public func encode(to encoder: any Encoder) throws {
        if let place = encoder as? ValueEncoding { return try place.encode(self) }
        var container = encoder.container(keyedBy: TypeKey.self)
        let key = TypeKey(type: type)
        switch self {
        case .string(let text): try container.encode(text, forKey: key)
        case .number(let number): try container.encode(number.description, forKey: key)
        case .binary(let bytes): try container.encode(Base64.text(of: bytes), forKey: key)
        case .bool(let isTrue): try container.encode(isTrue, forKey: key)
        case .null: try container.encode(true, forKey: key)
        case .list(let elements): try container.encode(elements, forKey: key)
        case .map(let map): try container.encode(map, forKey: key)
        case .stringSet(let texts): try container.encode(texts, forKey: key)
        case .numberSet(let numbers): try container.encode(numbers.map(\.description), forKey: key)
        case .binarySet(let blobs): try container.encode(blobs.map(Base64.text(of:)), forKey: key)
        }
    }

    /// Reads the value as it is, or in the API's typed form from another coder than apus's.
    public init(from decoder: any Decoder) throws {
        if let place = decoder as? ValueDecoding {
            self = place.value
            return
        }
        let container = try decoder.container(keyedBy: TypeKey.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "An attribute value has exactly one type"
                )
            )
        }
        try self.init(key, in: container)
    }

    private init(_ key: TypeKey, in container: KeyedDecodingContainer<TypeKey>) throws {
        let path = container.codingPath + [key]
        func list<Element: Decodable>(of type: Element.Type = Element.self) throws -> [Element] {
            try container.decode([Element].self, forKey: key)
        }
        switch key.type {
        case .string: self = .string(try container.decode(String.self, forKey: key))
        case .number: self = .number(try Number(try container.decode(String.self, forKey: key), at: path))
        case .binary: self = .binary(try Base64Text(try container.decode(String.self, forKey: key), at: path).bytes)
        case .bool: self = .bool(try container.decode(Bool.self, forKey: key))
        case .null: self = .null
        case .list: self = .list(try list())
        case .map: self = .map(try container.decode(AttributeMap.self, forKey: key))
        case .stringSet: self = .stringSet(try list())
        case .numberSet: self = .numberSet(try list(of: String.self).map { try Number($0, at: path) })
        case .binarySet: self = .binarySet(try list(of: String.self).map { try Base64Text($0, at: path).bytes })
        }
    }
}

extension AttributeMap: Codable {
    /// Writes the attributes as they are, or each in the API's typed form to another coder than apus's.
    public func encode(to encoder: any Encoder) throws {
        if let place = encoder as? ValueEncoding { return try place.encode(self) }
        var container = encoder.container(keyedBy: NameKey.self)
        for attribute in self { try container.encode(attribute.value, forKey: NameKey(attribute.name)) }
    }

    /// Reads the attributes as they are, or each in the API's typed form from another coder than apus's.
    public init(from decoder: any Decoder) throws {
        if let place = decoder as? ValueDecoding {
            self = try place.decode(AttributeMap.self)
            return
        }
        let container = try decoder.container(keyedBy: NameKey.self)
        let attributes = try container.allKeys.map { name in
            Attribute(name: name.stringValue, value: try container.decode(AttributeValue.self, forKey: name))
        }
        self.init(distinct: attributes)
    }
}

extension Number: Codable {
    /// Writes the number as it is, or in the API's typed form, `{"N": "12.5"}`, to another coder than apus's.
    public func encode(to encoder: any Encoder) throws {
        try AttributeValue.number(self).encode(to: encoder)
    }

    /// Reads the number as it is, or in the API's typed form from another coder than apus's.
    public init(from decoder: any Decoder) throws {
        if let place = decoder as? ValueDecoding {
            self = try place.decode(Number.self)
            return
        }
        let value = try AttributeValue(from: decoder)
        guard case .number(let number) = value else {
            throw DecodingError.typeMismatch(
                Number.self,
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "The value is no number (N)")
            )
        }
        self = number
    }

    fileprivate init(_ text: String, at path: [any CodingKey]) throws {
        guard let number = Number(exactly: text) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: path, debugDescription: "The text is no number of DynamoDB")
            )
        }
        self = number
    }
}

/// The name of a type, as the key of a value in typed form.
private struct TypeKey: CodingKey {
    let type: AttributeType

    init(type: AttributeType) {
        self.type = type
    }

    init?(stringValue: String) {
        guard let type = AttributeType(rawValue: stringValue) else { return nil }
        self.type = type
    }

    init?(intValue: Int) {
        return nil
    }

    var stringValue: String { type.rawValue }
    var intValue: Int? { nil }
}
