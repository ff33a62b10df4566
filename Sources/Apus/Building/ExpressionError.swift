// What keeps an expression from being written.

import ApusModel

/// Why an expression cannot be sent. It is found before anything is, so no request was made.
///
/// Only what costs nothing to check is checked here. The rest is for the service, which refuses an expression that is
/// too long, compares an attribute to itself, or is at odds with the table.
public enum ExpressionError: Error, Equatable, Sendable {
    /// This text is not the path of a value; ``DocumentPath`` tells what one looks like.
    case malformedPath(String)
    /// A path has this many steps, and the service follows 32 at most.
    case tooManySteps(Int)
    /// An attribute name has this many UTF-8 bytes, and the service takes names of 1 to 65,535 bytes.
    case nameLength(bytes: Int)
    /// An update without a single action.
    case emptyUpdate
    /// A projection without a single path.
    case emptyProjection
    /// A value is looked for among this many others, and the service wants 1 to 100 of them.
    case candidateCount(Int)
}

extension ExpressionError: CustomStringConvertible {
    /// The reason in a sentence.
    public var description: String {
        switch self {
        case .malformedPath(let text): "\"\(text)\" is not a document path like info.ratings[0]"
        case .tooManySteps(let count): "a document path of \(count) steps is longer than \(Limits.pathElements)"
        case .nameLength(let bytes):
            "an attribute name has \(Limits.attributeNameBytes.lowerBound) to "
                + "\(Limits.attributeNameBytes.upperBound) bytes, and not \(bytes)"
        case .emptyUpdate: "an update needs at least one action"
        case .emptyProjection: "a projection needs at least one path"
        case .candidateCount(let count): "IN takes 1 to \(Limits.inOperands) values, and not \(count)"
        }
    }
}
