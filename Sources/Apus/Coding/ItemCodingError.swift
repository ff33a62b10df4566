// Why a value does not become an item, or an item no value.

import ApusModel

/// What stopped an ``ItemEncoder`` or an ``ItemDecoder``, and where.
///
/// Texts, bytes and collections are told by their type alone, so that no content gets into logs this way; numbers are
/// told.
public struct ItemCodingError: Error, Equatable, Sendable {
    /// What is wrong.
    public enum Problem: Error, Equatable, Sendable {
        /// Something else was found than what was wanted. Where there was nothing at all, `found` is "nothing".
        case mismatch(found: String, wanted: String)
        /// A type that codes itself, or a date strategy, refused, in these words.
        case refused(String)
        /// Lists and maps lie in one another on more than 32 levels, the most that the service takes.
        case tooDeep
    }

    /// The keys on the way to the value, like `films[3].rating`; empty for the outermost one.
    public let path: String
    /// What is wrong there.
    public let problem: Problem

    /// An error at a path.
    public init(path: String = "", problem: Problem) {
        self.path = path
        self.problem = problem
    }

    init(_ problem: Problem, at path: CodingPath = .start) {
        self.init(path: path.text, problem: problem)
    }

    /// What the error of any coder or of a type that codes itself comes to.
    init(_ error: any Error) {
        switch error {
        case let error as ItemCodingError: self = error
        case let error as DecodingError: self.init(error.context)
        case let error as EncodingError: self.init(error.context)
        default: self.init(problem: .refused("\(error)"))
        }
    }

    private init(_ context: DecodingError.Context) {
        self.init(context.codingPath, words: context.debugDescription, cause: context.underlyingError)
    }

    private init(_ context: EncodingError.Context) {
        self.init(context.codingPath, words: context.debugDescription, cause: context.underlyingError)
    }

    private init(_ keys: [any CodingKey], words: String, cause: (any Error)?) {
        self = cause as? ItemCodingError ?? ItemCodingError(path: CodingPath.text(of: keys), problem: .refused(words))
    }
}

extension ItemCodingError: CustomStringConvertible {
    /// The path and the problem: `films[3].rating: found a string (S), wanted a number (N)`.
    public var description: String {
        path.isEmpty ? problem.description : "\(path): \(problem.description)"
    }
}

extension ItemCodingError.Problem: CustomStringConvertible {
    /// The problem as a sentence.
    public var description: String {
        switch self {
        case .mismatch(let found, let wanted): "found \(found), wanted \(wanted)"
        case .refused(let words): words
        case .tooDeep: "lists and maps lie in one another on more than \(Limits.nestingLevels) levels"
        }
    }

    static let elementTwice = Self.mismatch(found: "an element twice", wanted: "elements that differ")

    static func mismatch(found value: AttributeValue, wanted: String) -> Self {
        .mismatch(found: value.inWords, wanted: wanted)
    }
}

// Types that code themselves may wait for the standard errors, to try another form: what is thrown inside is one of
// these, and bears ours.
extension DecodingError {
    static func mismatch(_ type: any Any.Type, _ problem: ItemCodingError.Problem, at path: CodingPath) -> Self {
        .typeMismatch(type, Context(problem, at: path))
    }

    static func missing(_ key: any CodingKey, wanted: String, at path: CodingPath) -> Self {
        .keyNotFound(key, Context(.mismatch(found: "nothing", wanted: wanted), at: path))
    }

    fileprivate var context: Context {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            context
        @unknown default: Context(codingPath: [], debugDescription: "\(self)")
        }
    }
}

extension DecodingError.Context {
    init(_ problem: ItemCodingError.Problem, at path: CodingPath) {
        let error = ItemCodingError(problem, at: path)
        self.init(codingPath: path.keys, debugDescription: "\(error)", underlyingError: error)
    }
}

extension EncodingError {
    static func invalid(_ value: Any, _ problem: ItemCodingError.Problem, at path: CodingPath) -> Self {
        let error = ItemCodingError(problem, at: path)
        return .invalidValue(
            value,
            Context(codingPath: path.keys, debugDescription: "\(error)", underlyingError: error)
        )
    }

    fileprivate var context: Context {
        switch self {
        case .invalidValue(_, let context): context
        @unknown default: Context(codingPath: [], debugDescription: "\(self)")
        }
    }
}

extension AttributeValue {
    /// What was found, for an error.
    fileprivate var inWords: String {
        switch self {
        case .string: "a string (S)"
        case .number(let number): "the number \(number) (N)"
        case .binary: "binary (B)"
        case .bool(let isTrue): "\(isTrue) (BOOL)"
        case .null: "NULL"
        case .list: "a list (L)"
        case .map: "a map (M)"
        case .stringSet: "a string set (SS)"
        case .numberSet: "a number set (NS)"
        case .binarySet: "a binary set (BS)"
        }
    }
}
