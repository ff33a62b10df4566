// The entries of a store, to be compared.

import ApusStorage

extension Reading {
    /// All entries of a range, as the scan shows them.
    func entries(_ range: KeyRange = .all, _ direction: ScanDirection = .forward) throws -> [Entry] {
        var entries: [Entry] = []
        try scan(range, direction) { key, value in
            entries.append(Entry([UInt8](key), [UInt8](value)))
            return .next
        }
        return entries
    }
}

struct Entry: Equatable, CustomStringConvertible {
    let key: [UInt8]
    let value: [UInt8]

    init(_ key: [UInt8], _ value: [UInt8]) {
        self.key = key
        self.value = value
    }

    var description: String { "\(key) = \(value)" }
}
