// The headers of requests and answers.

/// Names and values in their order. A name is compared without regard to the case of its letters.
public struct HeaderFields: Equatable, Sendable {
    /// A name and a value.
    public struct Field: Equatable, Sendable {
        /// The name as it was given.
        public let name: String
        /// The value as it was given.
        public let value: String
    }

    /// All fields, in their order.
    public private(set) var fields: [Field]

    /// Takes fields in their order.
    public init(_ fields: [(name: String, value: String)]) {
        self.fields = fields.map { Field(name: $0.name, value: $0.value) }
    }

    /// The first value under a name. Setting one takes the place of all that are there; setting nil takes them out.
    public subscript(name: String) -> String? {
        get { fields.first { Self.areSame($0.name, name) }?.value }
        set {
            fields.removeAll { Self.areSame($0.name, name) }
            if let newValue { fields.append(Field(name: name, value: newValue)) }
        }
    }

    /// Adds a field behind the others, also where its name is there already.
    public mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    private static func areSame(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && left.lowercased() == right.lowercased()
    }
}

extension HeaderFields: ExpressibleByDictionaryLiteral {
    /// Fields in the order of the literal.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map { (name: $0.0, value: $0.1) })
    }
}
