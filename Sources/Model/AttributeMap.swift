// Attributes under their names: an item, a key, or a map within an item.

/// An item as a whole: its attributes.
public typealias Item = AttributeMap

/// Attributes in the order in which they came; a name stands once.
///
/// An ordered array serves better than a dictionary here: items have few attributes, names are compared by bytes, and
/// nothing is hashed. Looking a name up takes time in proportion to the number of attributes.
public struct AttributeMap: Sendable {
    /// A name and its value.
    public struct Attribute: Sendable {
        package let name: String
        package var value: AttributeValue

        package init(name: String, value: AttributeValue) {
            self.name = name
            self.value = value
        }
    }

    private var attributes: [Attribute]

    /// A map without attributes.
    public init() {
        attributes = []
    }

    /// Takes attributes whose names are known to differ.
    package init(distinct attributes: [Attribute]) {
        self.attributes = attributes
    }

    /// Takes attributes in order; of two with one name the later stands.
    public init(_ elements: some Sequence<(String, AttributeValue)>) {
        self.init()
        for (name, value) in elements { self[name] = value }
    }

    /// The value under a name; nil where there is none. Setting nil takes the attribute out.
    public subscript(name: String) -> AttributeValue? {
        get { index(of: name).map { attributes[$0].value } }
        set {
            switch (index(of: name), newValue) {
            case (let index?, let value?): attributes[index].value = value
            case (let index?, nil): attributes.remove(at: index)
            case (nil, let value?): attributes.append(Attribute(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    private func index(of name: String) -> Int? {
        attributes.firstIndex { $0.name.hasSameBytes(as: name) }
    }
}

extension AttributeMap: RandomAccessCollection {
    /// Where the first attribute stands.
    public var startIndex: Int { 0 }
    /// Behind the last attribute.
    public var endIndex: Int { attributes.count }
    /// The attribute at a place.
    public subscript(position: Int) -> Attribute { attributes[position] }
}

extension AttributeMap: Equatable {
    /// Whether both hold the same attributes, in whatever order.
    public static func == (left: AttributeMap, right: AttributeMap) -> Bool {
        guard left.count == right.count else { return false }
        let areInOneOrder = zip(left, right).allSatisfy { $0.name.hasSameBytes(as: $1.name) }
        if areInOneOrder { return zip(left, right).allSatisfy { $0.value == $1.value } }
        return zip(left.sortedByName, right.sortedByName).allSatisfy { left, right in
            left.name.hasSameBytes(as: right.name) && left.value == right.value
        }
    }

    private var sortedByName: [Attribute] {
        attributes.sorted { $0.name.precedesInBytes($1.name) }
    }
}

extension AttributeMap: ExpressibleByDictionaryLiteral {
    /// Attributes in the order of the literal; of two with one name the later stands.
    public init(dictionaryLiteral elements: (String, AttributeValue)...) {
        self.init(elements)
    }
}
