// The functions of a source file and how many lines each has.

/// Finds functions by counting braces in code without comments and texts.
struct Functions {
    struct Function: Equatable {
        let firstLine: Int
        let lineCount: Int
    }

    private(set) var all: [Function] = []
    private var depth = 0
    private var parentheses = 0
    /// Functions whose closing brace is not reached yet: where each began and how deep.
    private var open: [(firstLine: Int, depth: Int)] = []
    private let heading = /(?:^|\s)(?:func\s|init[?!]?[(<]|subscript[(<]|deinit\s)/
    /// The line of a function whose opening brace is not reached yet.
    private var announced: Int?

    init(of file: SourceFile) {
        self.init(code: file.code)
    }

    init(code: [Substring]) {
        for (index, line) in code.enumerated() { read(line, number: index + 1) }
    }

    private mutating func read(_ line: Substring, number: Int) {
        // A requirement of a protocol has no body: the next declaration takes its place.
        if parentheses == 0, line.contains(heading), !line.contains(".init(") {
            announced = number
        }
        for character in line { read(character, number: number) }
    }

    private mutating func read(_ character: Character, number: Int) {
        switch character {
        case "(": parentheses += 1
        case ")": parentheses -= 1
        case "{":
            if parentheses == 0, let firstLine = announced {
                open.append((firstLine, depth))
                announced = nil
            }
            depth += 1
        case "}":
            depth -= 1
            if parentheses == 0 { announced = nil }
            if let last = open.last, last.depth == depth {
                all.append(Function(firstLine: last.firstLine, lineCount: number - last.firstLine + 1))
                open.removeLast()
            }
        default: break
        }
    }
}
