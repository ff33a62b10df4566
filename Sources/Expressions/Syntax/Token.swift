// The pieces that the text of an expression falls into.

/// A piece of an expression: what it is, and which bytes of the text it covers.
struct Token {
    enum Kind: Equatable {
        case name
        case namePlaceholder
        case valuePlaceholder
        case digits
        case keyword(Keyword)
        case symbol(Symbol)
        /// A character that begins no piece.
        case unknown
        case end
    }

    let kind: Kind
    let range: Range<Int>
}

/// The words with a meaning of their own, in any case; no expression takes them for names.
enum Keyword: String {
    case and = "AND"
    case or = "OR"
    case not = "NOT"
    case between = "BETWEEN"
    case `in` = "IN"
    case set = "SET"
    case add = "ADD"
    case remove = "REMOVE"
    case delete = "DELETE"

    static let lengths = 2...7
}

/// The signs of an expression.
enum Symbol: String {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBracket = "["
    case closeBracket = "]"
    case comma = ","
    case dot = "."
}
