// An update as it is written, before placeholders are looked up.

/// The four sections that an update may have.
enum UpdateSection: String {
    case set = "SET"
    case remove = "REMOVE"
    case add = "ADD"
    case delete = "DELETE"
}

/// A section as written, with one action or more.
struct WrittenSection {
    let section: UpdateSection
    let actions: [WrittenAction]
}

enum WrittenAction {
    case set(WrittenPath, WrittenSetValue)
    case remove(WrittenPath)
    /// The second part of these two is a `:value`.
    case add(WrittenPath, String)
    case delete(WrittenPath, String)
}

/// The right side of a SET clause: an operand, or two with a sign between them.
enum WrittenSetValue {
    case operand(WrittenOperand)
    case sum(WrittenOperand, WrittenOperand)
    case difference(WrittenOperand, WrittenOperand)
}
