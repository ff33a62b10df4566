// How the stream, the class and the protection of a table change.

import ApusDatabase
import ApusModel

extension TableDefinition {
    /// Enables a stream, or disables the one that there is. Only a disabled one can be replaced.
    mutating func setStream(_ stream: TableStream?, at now: Timestamp) throws(ServiceError) {
        switch (settings.stream, stream) {
        case (_?, _?): throw .validation("Table already has an enabled stream: TableName: \(name.text)")
        case (nil, nil): throw .validation("Table has no stream to disable: TableName: \(name.text)")
        case (_?, nil): settings.stream = nil
        case (nil, let stream?):
            settings.stream = stream
            // The label of a stream is this time, and no two streams of a table have the same.
            let earliest = settings.lastStreamTime?.advanced(by: .milliseconds(1)) ?? now
            settings.lastStreamTime = max(now, earliest)
        }
    }

    mutating func setDeletionProtection(_ isProtected: Bool, at now: Timestamp) throws(ServiceError) {
        guard isProtected != settings.isDeletionProtected else { return }
        if let end = settings.deletionProtectionTime?.advanced(by: Limits.deletionProtectionInterval), now < end {
            throw ServiceError(
                .throttling,
                "Deletion protection setting for table \(name.text) modified within the previous "
                    + "\(Limits.deletionProtectionInterval.components.seconds * 1_000) milliseconds. "
                    + "Please try again after \(end.text)Z"
            )
        }
        settings.isDeletionProtected = isProtected
        settings.deletionProtectionTime = now
    }
}

extension TableSettings {
    mutating func setClass(_ tableClass: TableClass, at now: Timestamp) {
        guard tableClass != self.tableClass else { return }
        self.tableClass = tableClass
        tableClassTime = now
    }
}
