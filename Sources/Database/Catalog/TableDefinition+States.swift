// In which states a table may be changed or deleted.

import ApusModel

extension TableDefinition {
    /// Refuses to change a table that comes, goes or changes.
    package func requireSteady(at time: Timestamp) throws(ServiceError) {
        switch state(at: time) {
        case .active: return
        case .creating: throw .stillInUse("Table is being created: \(name.text)")
        case .updating: throw .stillInUse("Table: \(name.text) is in the process of being updated.")
        case .deleting: throw .stillInUse("Table is being deleted: \(name.text)")
        case .gone: throw .tableNotFound(name)
        }
    }

    /// Refuses to delete a table that comes, goes or changes, whose indexes do, or that is protected.
    func requireDeletable(at time: Timestamp) throws(ServiceError) {
        try requireSteady(at: time)
        guard indexes.allSatisfy({ $0.state(at: time) == .active }) else {
            throw ServiceError(
                .resourceInUse,
                "Cannot delete table while indexes are being created, updated, or deleted."
            )
        }
        guard !settings.isDeletionProtected else {
            throw .validation(
                "Resource cannot be deleted as it is currently protected against deletion. "
                    + "Disable deletion protection first."
            )
        }
    }
}

extension ServiceError {
    package static func tableNotFound(_ name: TableName) -> ServiceError {
        ServiceError(.resourceNotFound, "Requested resource not found: Table: \(name.text) not found")
    }

    package static func stillInUse(_ reason: String) -> ServiceError {
        ServiceError(.resourceInUse, "Attempt to change a resource which is still in use: \(reason)")
    }
}
