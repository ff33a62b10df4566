// Paths, values and functions as they are written, before placeholders are looked up.

/// A document path as written.
struct WrittenPath {
    enum Element {
        case name(String)
        /// `#name`
        case placeholder(String)
        /// The digits between brackets, of any number.
        case index(String)
    }

    let elements: [Element]
}

/// An operand as written.
indirect enum WrittenOperand {
    case path(WrittenPath)
    /// `:value`
    case value(String)
    case call(FunctionCall)
}

/// A function with its arguments as written; there may be no such function.
struct FunctionCall {
    let name: String
    let arguments: [WrittenOperand]
}

/// The functions that expressions know.
enum Function: String {
    case attributeExists = "attribute_exists"
    case attributeNotExists = "attribute_not_exists"
    case attributeType = "attribute_type"
    case beginsWith = "begins_with"
    case contains
    case size
    case ifNotExists = "if_not_exists"
    case listAppend = "list_append"

    var operandCount: Int {
        switch self {
        case .attributeExists, .attributeNotExists, .size: 1
        case .attributeType, .beginsWith, .contains, .ifNotExists, .listAppend: 2
        }
    }

    /// Whether the function belongs into update expressions; the others belong into conditions.
    var isForUpdates: Bool { self == .ifNotExists || self == .listAppend }
}
