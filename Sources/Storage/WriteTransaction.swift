// What the body of a transaction reads and writes through.

/// Reads see all earlier transactions and what this one has written so far. Valid only while the body
/// runs, and only on the writer thread.
package protocol WriteTransaction: Reading, AnyObject {
    func put(_ value: [UInt8], for key: [UInt8])

    /// Deletes a key, or does nothing if there is none.
    func delete(_ key: [UInt8])

    /// Adds to a counter. All amounts of one group become one write, so a counter may be hot.
    func add(_ amount: Int64, toCounter key: [UInt8])
}
