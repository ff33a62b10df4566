// Which attributes of an item a reader asks for: from AttributesToGet.

import ApusModel

extension Projection {
    /// - Throws: a validation error for a name that is empty, or comes twice.
    package init(attributesToGet names: [String]) throws(ServiceError) {
        var paths: Set<AttributePath> = []
        for name in names {
            guard !name.isEmpty else { throw .emptyAttributeName }
            guard paths.insert(AttributePath(name: name)).inserted else {
                throw .invalidParameter("Duplicate value in attribute name: \(name)")
            }
        }
        self.init(attributeNames: names)
    }
}
