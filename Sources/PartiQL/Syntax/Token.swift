// The pieces that the text of a statement falls into.

/// A piece of a statement: what it is, and which bytes of the text it covers.
struct Token {
    enum Kind: Equatable {
        /// A name without quotes, or a word with a meaning in its place only, such as `VALUE`.
        case word
        /// A name in double quotes.
        case quotedName
        /// A text in single quotes.
        case text
        case number
        /// `?`
        case parameter
        case keyword(Keyword)
        case symbol(Symbol)
        /// A character that begins no piece, or the rest of a text whose closing quote is missing.
        case unknown
        case end
    }

    let kind: Kind
    let range: Range<Int>
}

/// The words that are no names unless in quotes, in any case.
enum Keyword: String {
    case select = "SELECT"
    case from = "FROM"
    case `where` = "WHERE"
    case order = "ORDER"
    case by = "BY"
    case insert = "INSERT"
    case into = "INTO"
    case update = "UPDATE"
    case set = "SET"
    case remove = "REMOVE"
    case delete = "DELETE"
    case returning = "RETURNING"
    case exists = "EXISTS"
    case and = "AND"
    case or = "OR"
    case not = "NOT"
    case between = "BETWEEN"
    case `in` = "IN"
    case `is` = "IS"
    case missing = "MISSING"
    case null = "NULL"
    case `true` = "TRUE"
    case `false` = "FALSE"

    static let lengths = 2...9
}

/// The words of the language that the database has no use for. They tell what a statement wants that it cannot have.
enum UnsupportedWord: String {
    case distinct = "DISTINCT"
    case limit = "LIMIT"
    case offset = "OFFSET"
    case group = "GROUP"
    case having = "HAVING"
    case join = "JOIN"
    case inner = "INNER"
    case left = "LEFT"
    case right = "RIGHT"
    case cross = "CROSS"
    case full = "FULL"
    case union = "UNION"
    case intersect = "INTERSECT"
    case except = "EXCEPT"
    case like = "LIKE"
    case `as` = "AS"
    case unpivot = "UNPIVOT"
}

/// The signs of a statement.
enum Symbol: String {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case openSet = "<<"
    case closeSet = ">>"
    case plus = "+"
    case minus = "-"
    case star = "*"
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case openBrace = "{"
    case closeBrace = "}"
    case comma = ","
    case colon = ":"
    case dot = "."
    case semicolon = ";"
}
