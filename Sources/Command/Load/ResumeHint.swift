// How to go on with a load that did not end.

/// The command that goes on with a load, made from the one that began it.
enum ResumeHint {
    static func command(_ arguments: [String]) -> String {
        var words = arguments.filter { $0 != "--restart" && $0 != "--resume" }
        // Before the arguments that follow a double dash, none of which is an option.
        words.insert("--resume", at: words.firstIndex(of: "--") ?? words.count)
        return words.map(quoted).joined(separator: " ")
    }

    /// A word as a shell takes it.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-_./:=,@+%".utf8.contains(byte)
            }
        }
        if isPlain, !word.isEmpty { return word }
        return "'\(word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
    }
}
