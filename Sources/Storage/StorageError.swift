// What can go wrong with a store.

/// A failure of the machine or of a store's files, as opposed to a refusal of a request.
package enum StorageError: Error, Equatable, Sendable {
    case locked(directory: String, holder: Int32?)
    case notAStore(directory: String)
    case newerFormat(directory: String, found: Int, supported: Int)
    /// `file` is a path where it is known, or else says what is damaged.
    case damaged(file: String, detail: String)
    case io(operation: String, detail: String)
    /// More transactions wait than the store will queue.
    case overloaded(limit: Int)
    case closed
    /// A read that was to stay in memory would have needed the disk.
    case notCached
}

extension StorageError: CustomStringConvertible {
    /// What happened, and what to do next.
    package var description: String {
        switch self {
        case .locked(let directory, let holder):
            let process = holder.map { "process \($0)" } ?? "another process"
            return "\(directory) is in use by \(process). Stop it, or choose another directory."
        case .notAStore(let directory):
            return "\(directory) is not empty and is not an apus store. Nothing in it was changed. "
                + "Choose an empty directory, or one that apus has made."
        case .newerFormat(let directory, let found, let supported):
            return "\(directory) was written by a newer apus, in store format \(found); this one knows formats "
                + "up to \(supported). Nothing in it was changed. Install a newer apus."
        case .damaged(let file, let detail):
            return "\(file) is damaged: \(detail). Nothing was repaired or dropped. Check the disk, then restore "
                + "this store from a backup."
        case .io(let operation, let detail):
            return "Could not \(operation): \(detail). Check the disk, its free space and the permissions, then "
                + "start apus again."
        case .overloaded(let limit):
            return "\(limit) writes are already waiting for the disk. Send fewer at once, and try again."
        case .closed:
            return "The store is closed. Open it again to read or write."
        case .notCached:
            return "What was to be read is not in memory. Read it from the disk."
        }
    }
}
