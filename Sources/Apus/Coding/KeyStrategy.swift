// How the names of properties become names of attributes.

/// Which attribute name a property has. The keys of a dictionary are data and stay as they are.
public enum KeyStrategy: Sendable {
    /// The name of the coding key.
    case asIs
    /// `createdAt` becomes `created_at`, `avatarURL` becomes `avatar_url`.
    ///
    /// The cases of an enum with associated values are found again only if their names have no run of capitals, since
    /// nothing in `avatar_url` tells `avatarURL` from `avatarUrl`.
    case snakeCase

    func attributeName(of key: some CodingKey) -> String {
        switch self {
        case .asIs: key.stringValue
        case .snakeCase: Self.snakeCase(key.stringValue)
        }
    }

    /// The key of a type that may stand under a name; nil where the type has none.
    func key<Key: CodingKey>(named name: String) -> Key? {
        switch self {
        case .asIs: Key(stringValue: name)
        case .snakeCase: Key(stringValue: Self.camelCase(name)) ?? Key(stringValue: name)
        }
    }

    /// A word begins at a capital after another letter or digit, and at the last capital of a run before a small letter.
    private static func snakeCase(_ name: String) -> String {
        guard name.utf8.contains(where: { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else { return name }
        let letters = Array(name)
        var result = ""
        for (index, letter) in letters.enumerated() {
            if letter.isUppercase, index > 0, letters[index - 1] != "_" {
                let isFollowedBySmall = index + 1 < letters.count && letters[index + 1].isLowercase
                if !letters[index - 1].isUppercase || isFollowedBySmall { result.append("_") }
            }
            result.append(contentsOf: letter.lowercased())
        }
        return result
    }

    /// Underscores at the beginning and the end stay.
    private static func camelCase(_ name: String) -> String {
        let start = name.prefix { $0 == "_" }
        let end = name.dropFirst(start.count).reversed().prefix { $0 == "_" }
        let words = name.dropFirst(start.count).dropLast(end.count).split(separator: "_")
        guard let first = words.first else { return name }
        let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
        return start + first + rest.joined() + String(end)
    }
}
