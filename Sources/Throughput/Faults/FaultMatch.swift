// Which requests a fault rule meets.

import ApusModel

/// What a request must be for a rule to meet it. What is left open meets anything.
package struct FaultMatch: Equatable, Sendable {
    /// The names of the operations, as the API writes them; none means all.
    package var operations: Set<String>
    package var table: String?
    package var index: String?
    /// Attributes that the key or the item must have, with equal values.
    package var key: Item
    /// The id of the access key that signs.
    package var caller: String?

    package init(
        operations: Set<String> = [],
        table: String? = nil,
        index: String? = nil,
        key: Item = [:],
        caller: String? = nil
    ) {
        self.operations = operations
        self.table = table
        self.index = index
        self.key = key
        self.caller = caller
    }

    /// Whether the rule meets the request as a whole: by itself, or by one of its entries.
    func meets(_ subject: FaultSubject) -> Bool {
        meetsCall(of: subject) && (meetsAnyEntry || subject.entries.contains(where: meets))
    }

    /// The positions of the entries that the rule meets. A request without entries counts as one of a single entry.
    func positions(in subject: FaultSubject) -> [Int] {
        guard meetsCall(of: subject) else { return [] }
        guard !subject.entries.isEmpty else { return meetsAnyEntry ? [0] : [] }
        return subject.entries.indices.filter { meets(subject.entries[$0]) }
    }

    private var meetsAnyEntry: Bool { table == nil && index == nil && key.isEmpty }

    private func meetsCall(of subject: FaultSubject) -> Bool {
        (operations.isEmpty || operations.contains(subject.operation)) && (caller == nil || caller == subject.caller)
    }

    private func meets(_ entry: FaultSubject.Entry) -> Bool {
        (table == nil || table == entry.table) && (index == nil || index == entry.index)
            && key.allSatisfy { entry.key?[$0.name] == $0.value }
    }
}
