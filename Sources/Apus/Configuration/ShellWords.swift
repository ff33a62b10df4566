// The words of a text, as a shell takes it apart.

/// Words between spaces; quotation marks and backslashes keep together what belongs together. Nothing is expanded.
struct ShellWords {
    /// Nil where a quotation mark or a backslash at the end stands open.
    static func split(_ text: String) -> [String]? {
        var split = ShellWords()
        for character in text { split.take(character) }
        guard split.quote == nil, !split.isEscaped else { return nil }
        split.endWord()
        return split.words
    }

    private var words: [String] = []
    /// The word that is under way; nil between words.
    private var word: String?
    private var quote: Character?
    private var isEscaped = false

    private mutating func take(_ character: Character) {
        if isEscaped {
            // Between double quotation marks a backslash hides only what would mean something there.
            if quote != nil, character != "\"", character != "\\" { append("\\") }
            append(character)
            isEscaped = false
        } else if character == "\\", quote != "'" {
            isEscaped = true
        } else if let open = quote {
            if character == open { quote = nil } else { append(character) }
        } else if character == "'" || character == "\"" {
            quote = character
            word = word ?? ""
        } else if character.isWhitespace {
            endWord()
        } else {
            append(character)
        }
    }

    private mutating func append(_ character: Character) {
        word = (word ?? "") + String(character)
    }

    private mutating func endWord() {
        if let word { words.append(word) }
        word = nil
    }
}
