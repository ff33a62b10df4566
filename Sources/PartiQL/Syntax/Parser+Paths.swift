// The grammar of names and of paths into items.

import ApusExpressions
import ApusModel

extension Parser {
    /// Whether a path begins here. A word with a parenthesis behind it is a function.
    var isAtPath: Bool {
        current == .quotedName || current == .word && next != .symbol(.openParenthesis)
    }

    /// Whether a function begins here.
    var isAtCall: Bool { current == .word && next == .symbol(.openParenthesis) }

    /// `path := name ( '.' name | '[' digits ']' )*`
    mutating func parsePath() throws(ServiceError) -> AttributePath {
        var elements: [AttributePath.Element] = [.name(try parseName())]
        while true {
            if take(.dot) {
                elements.append(.name(try parseName()))
            } else if take(.openBracket) {
                elements.append(.index(try parseIndex()))
                try expect(.closeBracket)
            } else {
                break
            }
        }
        if elements.count > Limits.pathElements { note([.nestingLevels(elements.count)]) }
        return AttributePath(elements)
    }

    /// `name := word | '"' … '"'`
    mutating func parseName() throws(ServiceError) -> String {
        switch current {
        case .word: return takeText()
        case .quotedName:
            let name = takeQuoted()
            if name.isEmpty { note(.emptyPathComponent) }
            return name
        default: throw syntaxError
        }
    }

    private mutating func parseIndex() throws(ServiceError) -> Int {
        guard current == .number else { throw syntaxError }
        let digits = takeText()
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            throw .malformedStatement("\(digits) is no list index")
        }
        if let index = Int(digits), Limits.listIndex.contains(index) { return index }
        note([.listIndex(digits)])
        return 0
    }

    /// `table := name [ '.' name ]`
    mutating func parseSource() throws(ServiceError) -> StatementSource {
        var names = [try parseName()]
        while take(.dot) { names.append(try parseName()) }
        guard names.count <= 2 else {
            throw .validation("A path may contain at most 2 components in the FROM clause")
        }
        return StatementSource(tableName: names[0], indexName: names.count > 1 ? names[1] : nil)
    }

    /// The name of a table that is to be written to.
    mutating func parseTable() throws(ServiceError) -> String {
        let source = try parseSource()
        // The service's words for this are not published.
        if source.indexName != nil { note(.unsupportedOperation("a secondary index can only be read")) }
        return source.tableName
    }
}

extension ServiceError {
    fileprivate static let emptyPathComponent = ServiceError.validation("Path component cannot be an empty string")
}
