// What a legacy update does to one attribute, as the action of an update.

import ApusModel

/// An action on an attribute, and the value that goes with it.
package struct LegacyUpdate: Sendable {
    private let attributeName: String
    private let action: AttributeAction
    private let value: AttributeValue?

    package init(attributeName: String, action: AttributeAction, value: AttributeValue?) {
        self.attributeName = attributeName
        self.action = action
        self.value = value
    }

    /// - Throws: a validation error for a value that the action does not go with.
    fileprivate func updateAction() throws(ServiceError) -> UpdateAction {
        guard !attributeName.isEmpty else { throw .emptyAttributeName }
        let path = AttributePath(name: attributeName)
        switch (action, value) {
        case (.delete, nil): return .remove(path)
        case (.put, nil), (.add, nil):
            throw .invalidParameter("Only DELETE action is allowed when no attribute value is specified")
        case (.put, let value?): return .set(path, .value(value))
        case (.add, let value?):
            // Lists are not documented here, and appended all the same.
            guard value.type == .number || value.type == .list || value.type.isSet else {
                throw .invalidParameter("ADD action is not supported for the type \(value.type.rawValue)")
            }
            return .add(path, value)
        case (.delete, let value?):
            guard value.type.isSet else {
                throw .invalidParameter(
                    "DELETE action with value is not supported for the type \(value.type.rawValue)"
                )
            }
            return .delete(path, value)
        }
    }
}

extension Update {
    /// Nil where there is nothing to update.
    ///
    /// - Precondition: the updates are about different attributes.
    /// - Throws: a validation error for the first that has a value of the wrong type, or none.
    package init?(_ updates: [LegacyUpdate]) throws(ServiceError) {
        guard updates.count <= Limits.legacyOperands else {
            throw .validation("AttributeUpdates has too many attributes: \(updates.count)")
        }
        guard !updates.isEmpty else { return nil }
        self.init(
            try updates.map { update throws(ServiceError) in try update.updateAction() },
            form: .attributeUpdates
        )
    }
}
