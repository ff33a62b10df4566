// Paths of expressions that lead into a key attribute, where nothing can be.

import ApusModel

extension KeySchema {
    /// Call with the paths of each expression of a request, once its table is known.
    ///
    /// - Parameter asIndexKeys: whether this is the key of an index, which the message then says.
    /// - Throws: a validation error if a path goes on after a key attribute: keys are scalars.
    package func requireScalars(in paths: [AttributePath], asIndexKeys: Bool = false) throws(ServiceError) {
        guard let path = paths.first(where: { !$0.isTopLevel && contains($0.attributeName) }) else { return }
        throw .validation(
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: "
                + "\(asIndexKeys ? "IndexKey" : "Key"): \(path.attributeName)"
        )
    }
}
