// Where in an item a value stands, as an expression names it.

import ApusModel

/// The way to a value in an item: the name of an attribute, then steps into the maps and lists within it.
///
/// A literal is cut into steps at its dots and brackets, so this leads to the first of the ratings in the map `info`:
///
///     let rating: DocumentPath = "info.ratings[0]"
///
/// A name that has dots or brackets of its own is given by itself: `DocumentPath(name: "a.b").member("c.d")[2]`.
/// Reserved words and other unusual names need no care, because every name is sent as a placeholder.
public struct DocumentPath: Sendable {
    let path: AttributePath

    private init(_ elements: [AttributePath.Element]) {
        path = AttributePath(elements)
    }

    /// The path to a top-level attribute, with this name whatever is in it.
    public init(name: String) {
        self.init([.name(name)])
    }

    /// Cuts a text into steps, as a literal is: `info.ratings[0]`.
    ///
    /// - Throws: ``ExpressionError/malformedPath(_:)`` for a step without a name, and for brackets that hold no index
    ///   or do not match.
    public init(parsing text: String) throws(ExpressionError) {
        guard let elements = Self.elements(of: text) else { throw .malformedPath(text) }
        self.init(elements)
    }

    /// The path to a member of the map at this path. The name may contain anything, dots too.
    public func member(_ name: String) -> DocumentPath {
        DocumentPath(path.elements + [.name(name)])
    }

    /// The path to an element of the list at this path; the first has index 0, and 2,147,483,647 is the highest index.
    public subscript(index: Int) -> DocumentPath {
        precondition(Limits.listIndex.contains(index), "a list has no index \(index)")
        return DocumentPath(path.elements + [.index(index)])
    }
}

extension DocumentPath: ExpressibleByStringLiteral {
    /// Cuts a literal into steps. One that is no path is a mistake in the program, and stops it.
    public init(stringLiteral text: String) {
        guard let elements = Self.elements(of: text) else {
            preconditionFailure(ExpressionError.malformedPath(text).description)
        }
        self.init(elements)
    }
}

/// A path as an operand, where a bare literal would be taken for a value: `path("stock") > 5`.
///
/// Where something else is called `path`, say `DocumentPath("stock") > 5`.
public func path(_ path: DocumentPath) -> DocumentPath {
    path
}

// Unicode scalars, not characters: an accent after a dot makes the two one character.
extension DocumentPath {
    /// The steps of a text; nil where it is no path.
    private static func elements(of text: String) -> [AttributePath.Element]? {
        var elements: [AttributePath.Element] = []
        for part in text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false) {
            guard let steps = steps(of: part) else { return nil }
            elements += steps
        }
        return elements
    }

    /// The steps of a part without dots: a name, then any number of indexes.
    private static func steps(of part: Substring.UnicodeScalarView) -> [AttributePath.Element]? {
        let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
        guard !pieces[0].isEmpty, !pieces[0].contains("]") else { return nil }
        var steps = [AttributePath.Element.name(String(pieces[0]))]
        for piece in pieces.dropFirst() {
            guard piece.last == "]", let index = index(of: piece.dropLast()) else { return nil }
            steps.append(.index(index))
        }
        return steps
    }

    private static func index(of digits: Substring.UnicodeScalarView) -> Int? {
        guard digits.allSatisfy({ ("0"..."9").contains($0) }), let index = Int(String(digits)) else { return nil }
        return Limits.listIndex.contains(index) ? index : nil
    }
}
