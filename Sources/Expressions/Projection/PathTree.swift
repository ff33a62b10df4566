// Document paths merged by their common beginnings.

import ApusModel

/// Paths of which none leads through another: tells where two clash, and picks out of an item what they lead to.
struct PathTree: Sendable {
    /// How two paths stand in each other's way.
    enum Clash {
        /// They are the same, or one leads through the other.
        case overlap
        /// After a common beginning one goes on with a name, the other with an index.
        case conflict
    }

    private var children: [AttributePath.Element: PathTree] = [:]
    /// The path that ends here.
    private var end: AttributePath?
    /// The first paths that go on from here with a name, and with an index.
    private var firstByName: AttributePath?
    private var firstByIndex: AttributePath?

    init() {}

    /// Takes paths in order, without those that clash with an earlier one.
    init(_ paths: [AttributePath]) {
        for path in paths { _ = insert(path) }
    }

    /// Adds a path, unless it clashes with one that is there already; then answers how, and with which.
    mutating func insert(_ path: AttributePath) -> (clash: Clash, rival: AttributePath)? {
        insert(path, rest: path.elements[...])
    }

    private mutating func insert(
        _ path: AttributePath,
        rest: ArraySlice<AttributePath.Element>
    ) -> (clash: Clash, rival: AttributePath)? {
        if let end { return (.overlap, end) }
        guard let element = rest.first else {
            if let rival = firstByName ?? firstByIndex { return (.overlap, rival) }
            end = path
            return nil
        }
        switch element {
        case .name:
            if let firstByIndex { return (.conflict, firstByIndex) }
            firstByName = firstByName ?? path
        case .index:
            if let firstByName { return (.conflict, firstByName) }
            firstByIndex = firstByIndex ?? path
        }
        return children[element, default: PathTree()].insert(path, rest: rest.dropFirst())
    }
}

extension PathTree {
    /// What the paths lead to, each within the maps and lists around it; these hold nothing else.
    func pick(from item: Item) -> Item {
        Item(
            distinct: item.compactMap { attribute in
                let value = children[.name(attribute.name)]?.pick(from: attribute.value)
                return value.map { Item.Attribute(name: attribute.name, value: $0) }
            }
        )
    }

    private func pick(from value: AttributeValue) -> AttributeValue? {
        guard end == nil else { return value }
        switch value {
        case .map(let attributes):
            let picked = pick(from: attributes)
            guard !picked.isEmpty else { return nil }
            return .map(picked)
        case .list(let elements):
            // Elements move together, in the order of the list.
            let picked = indexes.prefix { $0 < elements.count }.compactMap { index in
                children[.index(index)]?.pick(from: elements[index])
            }
            guard !picked.isEmpty else { return nil }
            return .list(picked)
        default: return nil
        }
    }

    private var indexes: [Int] {
        children.keys.compactMap { element in if case .index(let index) = element { index } else { nil } }.sorted()
    }
}

extension PathTree {
    /// Merges paths; what is wrong with those that clash with an earlier one is added to `faults`.
    init(_ paths: [AttributePath], faults: inout [ExpressionFault]) {
        for path in paths {
            guard let (clash, rival) = insert(path) else { continue }
            let (check, verb): (Check, String) =
                switch clash {
                case .overlap: (.overlap, "overlap")
                case .conflict: (.conflict, "conflict")
                }
            faults.append(
                ExpressionFault(
                    check,
                    "Two document paths \(verb) with each other; must remove or rewrite one of these paths; "
                        + "path one: \(rival), path two: \(path)"
                )
            )
        }
    }

    /// - Throws: a validation error, without the name of any parameter, for paths that clash.
    init(requiringApart paths: [AttributePath]) throws(ServiceError) {
        var faults: [ExpressionFault] = []
        self.init(paths, faults: &faults)
        if let fault = faults.first { throw fault.refusal }
    }
}

extension Resolver {
    /// The paths as a tree; two that clash are noted as a fault.
    mutating func requireApart(_ paths: [AttributePath]) -> PathTree {
        var clashes: [ExpressionFault] = []
        let tree = PathTree(paths, faults: &clashes)
        for clash in clashes { faults.note(clash) }
        return tree
    }
}
