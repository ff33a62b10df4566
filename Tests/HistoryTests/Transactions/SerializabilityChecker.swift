// Whether there is an order of operations that explains all that clients saw.

/// Looks for an order in which operations, one after another, would have seen and made the states that they did, and in
/// which none comes before another that had ended when it began: strict serializability.
///
/// The versions of each account stand in a known order, so what must come before what is known, too: whoever makes a
/// version comes before whoever sees it, and all who see it before whoever makes the next one. There is an order if
/// and only if nothing comes before itself. The cost grows with the number of operations, but for sorting them by time.
struct SerializabilityChecker {
    private let operations: [HistoryOperation]
    /// The positions of the operations that made each version, and that saw it.
    private var writers: [AccountVersion: Int] = [:]
    private var readers: [AccountVersion: [Int]] = [:]
    private var faults: [String] = []
    /// What each node must come before. Operations come first, then the ends of operations, in the order of time.
    private var followers: [[Int32]] = []

    /// What is wrong with a history; empty where there is an order.
    static func faults(in operations: [HistoryOperation]) -> [String] {
        var checker = SerializabilityChecker(operations)
        checker.gather()
        guard checker.faults.isEmpty else { return checker.faults }
        checker.orderByVersions()
        checker.orderByTime()
        return checker.cycle().map { ["no order explains the history, for these come before themselves: \($0)"] } ?? []
    }

    private init(_ operations: [HistoryOperation]) {
        self.operations = operations
        followers = Array(repeating: [], count: 2 * operations.count)
    }

    private mutating func gather() {
        for (position, operation) in operations.enumerated() {
            for version in operation.writes {
                if let other = writers.updateValue(position, forKey: version) {
                    faults.append("\(version) was made twice: by \(operations[other]) and by \(operation)")
                }
            }
            for version in operation.reads { readers[version, default: []].append(position) }
        }
        for version in readers.keys where version.version > 0 && writers[version] == nil {
            faults.append("\(version) was seen, and nobody made it")
        }
    }

    private mutating func orderByVersions() {
        for (version, writer) in writers {
            for reader in readers[version] ?? [] { order(writer, before: reader) }
            if let next = writers[version.next] { order(writer, before: next) }
        }
        for (version, positions) in readers {
            guard let next = writers[version.next] else { continue }
            for reader in positions { order(reader, before: next) }
        }
    }

    /// Each end comes after its operation and before all that begins later. A chain of the ends keeps that short.
    private mutating func orderByTime() {
        let ended = operations.indices.filter { operations[$0].end != nil }
            .sorted { operations[$0].end! < operations[$1].end! }
        for (place, position) in ended.enumerated() {
            order(position, before: operations.count + place)
            if place > 0 { order(operations.count + place - 1, before: operations.count + place) }
        }
        var place = 0
        for position in operations.indices.sorted(by: { operations[$0].begin < operations[$1].begin }) {
            while place < ended.count, operations[ended[place]].end! < operations[position].begin { place += 1 }
            if place > 0 { order(operations.count + place - 1, before: position) }
        }
    }

    private mutating func order(_ first: Int, before second: Int) {
        if first != second { followers[first].append(Int32(second)) }
    }

    /// Some of the operations that come before themselves; nil where none does.
    private func cycle() -> [HistoryOperation]? {
        var waitingFor = Array(repeating: 0, count: followers.count)
        for list in followers {
            for follower in list { waitingFor[Int(follower)] += 1 }
        }
        var ready = waitingFor.indices.filter { waitingFor[$0] == 0 }
        var done = 0
        while let node = ready.popLast() {
            done += 1
            for follower in followers[node] {
                waitingFor[Int(follower)] -= 1
                if waitingFor[Int(follower)] == 0 { ready.append(Int(follower)) }
            }
        }
        guard done < followers.count else { return nil }
        return operations.indices.filter { waitingFor[$0] > 0 }.prefix(4).map { operations[$0] }
    }
}
