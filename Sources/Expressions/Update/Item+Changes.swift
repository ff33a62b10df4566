// Writing to and removing from places within an item.

import ApusModel

extension AttributePath {
    /// Whether a value could be put at this path: there is a map around its name, or a list around its index.
    func hasPlace(in item: Item) -> Bool {
        guard !isTopLevel else { return true }
        return switch (elements[elements.count - 1], AttributePath(elements.dropLast()).value(in: item)) {
        case (.name, .map), (.index, .list): true
        default: false
        }
    }

    /// Whether this path comes first where lists are filled from their beginning.
    fileprivate func stands(before other: AttributePath) -> Bool {
        for (mine, theirs) in zip(elements, other.elements) where mine != theirs {
            switch (mine, theirs) {
            case (.index(let mine), .index(let theirs)): return mine < theirs
            case (.name(let mine), .name(let theirs)): return mine.precedesInBytes(theirs)
            case (.index, .name): return true
            case (.name, .index): return false
            }
        }
        return elements.count < other.elements.count
    }
}

extension AttributeMap {
    /// The item after all of these changes, whose paths are places in the item before them.
    ///
    /// - Precondition: there is a place for what is written, and there are values at what is removed.
    func changed(
        writing writes: [(path: AttributePath, value: AttributeValue)],
        removing removals: [AttributePath]
    ) -> Item {
        var item = self
        // Values past the end of a list are appended in the order of their indexes.
        for (path, value) in writes.sorted(by: { $0.path.stands(before: $1.path) }) {
            item.change(path.attributeName, path.elements.dropFirst(), to: value)
        }
        // The last goes first, so that no removal moves what another is about.
        for path in removals.sorted(by: { $1.stands(before: $0) }) {
            item.change(path.attributeName, path.elements.dropFirst(), to: nil)
        }
        return item
    }

    private mutating func change(
        _ name: String,
        _ steps: ArraySlice<AttributePath.Element>,
        to new: AttributeValue?
    ) {
        guard !steps.isEmpty else {
            self[name] = new
            return
        }
        self[name]?.change(steps, to: new)
    }
}

extension AttributeValue {
    fileprivate mutating func change(_ steps: ArraySlice<AttributePath.Element>, to new: AttributeValue?) {
        guard let step = steps.first else { return }
        let rest = steps.dropFirst()
        switch (step, self) {
        case (.name(let name), .map(var attributes)):
            if rest.isEmpty { attributes[name] = new } else { attributes[name]?.change(rest, to: new) }
            self = .map(attributes)
        case (.index(let index), .list(var elements)):
            elements.change(at: index, rest, to: new)
            self = .list(elements)
        default: preconditionFailure("a change within what is no map and no list")
        }
    }
}

extension [AttributeValue] {
    fileprivate mutating func change(at index: Int, _ rest: ArraySlice<AttributePath.Element>, to new: AttributeValue?)
    {
        guard rest.isEmpty else { return self[index].change(rest, to: new) }
        switch new {
        case let new? where index < count: self[index] = new
        case let new?: append(new)
        case nil: remove(at: index)
        }
    }
}
