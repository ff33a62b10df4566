// Which items a Query is about: from a KeyConditionExpression, or from KeyConditions.

import ApusModel

/// The conditions of a Query on key attributes, of which only the table knows which is which.
package struct KeyCondition: Sendable {
    /// What is asked of one key attribute.
    package struct Part: Equatable, Sendable {
        package let attributeName: String
        package let range: SortKeyRange

        package init(attributeName: String, range: SortKeyRange) {
            self.attributeName = attributeName
            self.range = range
        }
    }

    // A key condition that cannot be one is refused after the request's other expressions, so the refusal waits here.
    private let reading: Result<[Part], ServiceError>

    /// - Precondition: the parts are about different attributes.
    package init(_ parts: [Part]) {
        reading = .success(parts)
    }

    /// Takes the parts that `read` answers, or keeps the refusal that it throws.
    init(reading read: () throws(ServiceError) -> [Part]) {
        do throws(ServiceError) {
            reading = .success(try read())
        } catch {
            reading = .failure(error)
        }
    }

    /// - Throws: a validation error for the first fault that any condition can have.
    package init(parsing text: String, using placeholders: inout Placeholders) throws(ServiceError) {
        let predicate = try Predicate(parsing: text, as: .keyCondition, using: &placeholders)
        self.init { () throws(ServiceError) in try predicate.keyConditionParts() }
    }

    /// The conditions on each attribute, in the order written. Ask once all expressions of the request are parsed
    /// and their placeholders found used, before the table is looked up.
    ///
    /// - Throws: a validation error where the condition is not of the form that key conditions have.
    package func parts() throws(ServiceError) -> [Part] {
        try reading.get()
    }

    /// Checks the form, and the number of parts too: no key but an index's has more than two attributes.
    package func requireForm(ofIndex isIndex: Bool) throws(ServiceError) {
        let parts = try parts()
        if !isIndex { try Self.requireTwoAtMost(parts) }
    }

    static func requireTwoAtMost(_ parts: [Part]) throws(ServiceError) {
        guard (1...2).contains(parts.count) else { throw .validation("Conditions can be of length 1 or 2 only") }
    }
}
