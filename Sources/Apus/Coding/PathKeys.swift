// The keys of what no type names itself.

/// The place of an element in a list.
struct ListIndex: CodingKey {
    let index: Int

    init(_ index: Int) {
        self.index = index
    }

    init?(intValue: Int) {
        self.init(intValue)
    }

    init?(stringValue: String) {
        guard let index = Int(stringValue) else { return nil }
        self.init(index)
    }

    var intValue: Int? { index }
    var stringValue: String { String(index) }
}

/// Any name.
struct NameKey: CodingKey {
    let stringValue: String

    init(_ name: String) {
        stringValue = name
    }

    init?(stringValue: String) {
        self.init(stringValue)
    }

    init?(intValue: Int) {
        self.init(String(intValue))
    }

    var intValue: Int? { Int(stringValue) }

    /// Where a class stores what its superclass encodes.
    static let superclass = NameKey("super")
}
