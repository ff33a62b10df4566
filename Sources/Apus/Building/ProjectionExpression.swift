// Which parts of an item a read returns.

/// The paths to what a read returns, within the maps and lists around it.
///
///     let projection: ProjectionExpression = ["title", "info.rating"]
///
/// The key is returned only if it is named. The service refuses paths of which one leads through another.
public struct ProjectionExpression: Sendable {
    private let paths: [DocumentPath]

    /// A projection on these paths, of which there has to be one at least when it is sent.
    public init(_ paths: [DocumentPath]) {
        self.paths = paths
    }

    /// - Throws: ``ExpressionError/emptyProjection`` where there is no path.
    func written(by writer: inout ExpressionWriter) throws(ExpressionError) -> String {
        guard !paths.isEmpty else { throw .emptyProjection }
        return try writer.list(paths)
    }
}

extension ProjectionExpression: ExpressibleByArrayLiteral {
    /// A projection on the paths of a literal.
    public init(arrayLiteral paths: DocumentPath...) {
        self.init(paths)
    }
}
