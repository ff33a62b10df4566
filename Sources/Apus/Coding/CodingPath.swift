// The way from the outermost value to one inside it.

/// The keys from the outermost value to one inside it. A step costs the same however long the way is.
indirect enum CodingPath: Sendable {
    case start
    case step(CodingPath, any CodingKey)

    /// The path of a value inside the one at this path.
    func step(to key: any CodingKey) -> CodingPath {
        .step(self, key)
    }

    /// The keys in order, outermost first.
    var keys: [any CodingKey] {
        var keys: [any CodingKey] = []
        var rest = self
        while case .step(let before, let key) = rest {
            keys.append(key)
            rest = before
        }
        return keys.reversed()
    }

    /// As errors show it: `films[3].rating`.
    var text: String {
        Self.text(of: keys)
    }

    static func text(of keys: [any CodingKey]) -> String {
        var text = ""
        for key in keys {
            if let index = key as? ListIndex {
                text += "[\(index.index)]"
            } else {
                text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
        return text
    }
}
