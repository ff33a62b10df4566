// Where in an item a value stands: `a.b[2]`.

/// A document path: the name of a top-level attribute, then steps into maps and lists.
package struct AttributePath: Hashable, Sendable {
    /// A step: into a map by name, or into a list by position.
    package enum Element: Hashable, Sendable {
        case name(String)
        case index(Int)
    }

    package let elements: [Element]

    /// - Precondition: the first element is a name.
    package init(_ elements: [Element]) {
        guard case .name = elements.first else { preconditionFailure("a path begins with the name of an attribute") }
        self.elements = elements
    }

    package init(name: String) {
        self.init([.name(name)])
    }

    /// The name of the top-level attribute that the path leads into.
    package var attributeName: String {
        guard case .name(let name) = elements[0] else { preconditionFailure("a path begins with a name") }
        return name
    }

    package var isTopLevel: Bool { elements.count == 1 }

    /// The value at this place of an item, or nil where there is none.
    package func value(in item: AttributeMap) -> AttributeValue? {
        var value = item[attributeName]
        for element in elements.dropFirst() {
            switch (element, value) {
            case (.name(let name), .map(let attributes)): value = attributes[name]
            case (.index(let index), .list(let list)): value = list.indices.contains(index) ? list[index] : nil
            default: return nil
            }
        }
        return value
    }
}

extension AttributePath.Element {
    // Names are told apart by their bytes, as the service does, not as characters.
    package static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.name(let left), .name(let right)): left.hasSameBytes(as: right)
        case (.index(let left), .index(let right)): left == right
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .name(let name): name.withBytes { hasher.combine(bytes: $0) }
        case .index(let index): hasher.combine(index)
        }
    }
}

extension AttributePath: CustomStringConvertible {
    /// The form that the service's messages use: `[a, b, [1]]`.
    package var description: String {
        let steps = elements.map { element in
            switch element {
            case .name(let name): name
            case .index(let index): "[\(index)]"
            }
        }
        return "[\(steps.joined(separator: ", "))]"
    }
}
