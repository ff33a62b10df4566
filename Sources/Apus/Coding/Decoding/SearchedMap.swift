// A map in which names are looked up one after the other.

import ApusModel

/// Finds attributes by their names: at once where they are asked for in their order, as a type mostly does that wrote
/// them, and in a large map by hash.
final class SearchedMap {
    private let map: AttributeMap
    private var lastFound = 0
    /// Only for a large map, and there made when first needed.
    private var index: NameIndex?

    init(_ map: AttributeMap) {
        self.map = map
    }

    var names: some Sequence<String> {
        map.lazy.map(\.name)
    }

    subscript(name: String) -> AttributeValue? {
        guard let place = place(of: name) else { return nil }
        lastFound = place
        return map[place].value
    }

    private func place(of name: String) -> Int? {
        let end = min(lastFound + 2, map.count)
        for place in lastFound..<max(end, lastFound) where isName(at: place, name) { return place }
        if map.count > NameIndex.comparedAtMost {
            let index = index ?? NameIndex(map)
            self.index = index
            return index[name]
        }
        return map.indices.first { isName(at: $0, name) }
    }

    private func isName(at place: Int, _ name: String) -> Bool {
        map[place].name.hasSameBytes(as: name)
    }
}
