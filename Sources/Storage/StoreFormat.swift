// The file that says that a directory is a store, and of which format.

/// What the file FORMAT says.
struct StoreFormat: Equatable {
    let version: Int
    let isMade: Bool

    private static let unmadeLine = "being made"

    init(version: Int, isMade: Bool) {
        self.version = version
        self.isMade = isMade
    }

    /// Nil if the text is not that of a store. Lines that a newer version may add do not matter.
    init?(parsing text: String) {
        let lines = text.split(separator: "\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3, words[0] == "apus", words[1] == "store" else { return nil }
        guard let version = Int(words[2]), version > 0 else { return nil }
        self.version = version
        isMade = lines.dropFirst().first.map { $0 != Self.unmadeLine } ?? true
    }

    var text: String {
        "apus store \(version)\n" + (isMade ? "" : "\(Self.unmadeLine)\n")
    }
}
