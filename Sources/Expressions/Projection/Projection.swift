// Which parts of an item a reader asks for: from a ProjectionExpression.

import ApusModel

/// Paths, and how an item is cut down to what they lead to.
package struct Projection: Sendable {
    package let paths: [AttributePath]
    private let tree: PathTree

    /// - Parameter paths: of two that overlap or conflict the first is heeded.
    package init(paths: [AttributePath]) {
        self.paths = paths
        tree = PathTree(paths)
    }

    /// - Throws: a validation error for two paths that overlap or conflict.
    package init(requiringApart paths: [AttributePath]) throws(ServiceError) {
        self.paths = paths
        tree = try PathTree(requiringApart: paths)
    }

    package init(attributeNames: [String]) {
        self.init(paths: attributeNames.map { AttributePath(name: $0) })
    }

    /// - Throws: a validation error for the first fault of syntax, else of meaning.
    package init(parsing text: String, using placeholders: inout Placeholders) throws(ServiceError) {
        var parser = try Parser(text, kind: .projection)
        let written = try parser.parseProjection()
        var resolver = Resolver(after: parser, placeholders: placeholders)
        paths = written.compactMap { resolver.path($0) }
        tree = resolver.requireApart(paths)
        try resolver.faults.requireNone()
        placeholders = resolver.placeholders
    }

    /// The item without all that the paths do not lead to; keys are not kept on their own account.
    package func applied(to item: Item) -> Item {
        tree.pick(from: item)
    }
}

extension Parser {
    /// `projection := path ( ',' path )*`
    fileprivate mutating func parseProjection() throws(ServiceError) -> [WrittenPath] {
        var paths = [try parsePath()]
        while take(.comma) { paths.append(try parsePath()) }
        try expectEnd()
        return paths
    }
}
