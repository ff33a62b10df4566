// What users of the library see of a source file.

/// Finds what is public by itself, and what is so by standing in a public enum, protocol or extension.
struct PublicDeclarations {
    /// What the innermost braces hold.
    private enum Scope {
        case choices
        case requirements
        case sharedMembers
        case other
    }

    /// The indexes of the lines that declare something public.
    private(set) var lines: [Int] = []
    private var scopes: [Scope] = []
    /// The scope of a declaration whose opening brace is not reached yet.
    private var announced: Scope?

    private let declaration =
        /(?:^|\s)public\s(?:.*\s)?(?:struct|class|enum|actor|protocol|typealias|func|var|let|init|subscript)\W/
    private let choice = /^\s*(?:indirect\s)?case\s/
    private let member =
        #/
        ^\s*(?:@\w+\s|static\s|mutating\s|nonisolated\s|prefix\s|indirect\s)*
        (?:struct|class|enum|actor|typealias|associatedtype|func|var|let|init|subscript)\W
        /#

    init(code: [Substring]) {
        for (index, line) in code.enumerated() {
            if isPublic(line) { lines.append(index) }
            announce(line)
            for character in line { read(character) }
        }
    }

    private func isPublic(_ line: Substring) -> Bool {
        if line.contains("public "), line.contains(declaration) { return true }
        switch scopes.last {
        case .choices: return line.prefixMatch(of: choice) != nil
        case .requirements, .sharedMembers: return line.prefixMatch(of: member) != nil
        case .other, nil: return false
        }
    }

    private mutating func announce(_ line: Substring) {
        guard line.contains("public ") else { return }
        if line.contains(/\bpublic\s(?:indirect\s)?enum\s/) { announced = .choices }
        if line.contains(/\bpublic\sprotocol\s/) { announced = .requirements }
        if line.contains(/\bpublic\sextension\s/) { announced = .sharedMembers }
    }

    private mutating func read(_ character: Character) {
        switch character {
        case "{":
            scopes.append(announced ?? .other)
            announced = nil
        case "}": _ = scopes.popLast()
        default: break
        }
    }
}
