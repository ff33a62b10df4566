// Which records are settled, and up to where all are.

/// Brings fates, which come in any order, back into the order of the input.
///
/// A record is admitted when it is read and settled when its fate is known. What is handed out, lines for the rejects
/// file and the place up to which everything is settled, goes by the order of the input alone.
///
/// A load that is resumed sends everything behind that place again, in order, whatever became of it before. For a while
/// an item may fall back to an earlier change of its key, but then the later one lies behind the place too, and follows.
/// However often a load is killed, the last run sends all changes behind its place, and each change before it was
/// settled by a run that sent those after it only later: so the last change of each key wins.
struct SettlementLedger: Sendable {
    /// What became of a record.
    enum Fate: Equatable, Sendable {
        case written, superseded, rejected
        case leftOver
        /// Left over because the load ends: one that goes on from here begins with it.
        case unfinished
    }

    private enum State: Equatable {
        case pending
        case settled(Fate)
        /// No record, but the end of an input.
        case end
    }

    private struct Entry {
        let file: Int
        let end: InputPosition
        var state: State
    }

    private var entries: [Entry] = []
    private var head = 0
    private var firstNumber = 0
    private var kinds: [Int: RecordKind] = [:]
    // Of records that are settled, but come after some that are not.
    private var waitingLines: [Int: [UInt8]] = [:]
    private var waitingBytes = 0
    private var lines: [UInt8] = []
    private var passed: SettledPart
    private var frozen: SettledPart?

    private static let entryLimit = 1 << 18
    private static let lineBytesLimit = 64 << 20

    /// - Parameter start: what is settled of a load that goes on.
    init(from start: SettledPart = SettledPart()) {
        passed = start
        kinds[start.place.file] = start.place.kind
    }

    /// Whether so much waits for an earlier record that no more should be read.
    var isFull: Bool {
        entries.count - head >= Self.entryLimit || waitingBytes + lines.count >= Self.lineBytesLimit
    }

    /// What a load need not do again that goes on from here.
    var settledPart: SettledPart {
        var part = frozen ?? passed
        part.place.kind = kinds[part.place.file]
        return part
    }

    // MARK: Taking down

    /// Takes down records that follow one another, and answers the number of the first.
    mutating func admit(_ ends: some Sequence<InputPosition>, of file: Int, kind: RecordKind) -> Int {
        kinds[file] = kind
        let first = firstNumber + entries.count - head
        for end in ends { entries.append(Entry(file: file, end: end, state: .pending)) }
        return first
    }

    /// Takes down that an input has been read to its end.
    mutating func admitEnd(of file: Int) {
        entries.append(Entry(file: file + 1, end: InputPosition(), state: .end))
        advance()
    }

    /// Settles a record. `line` is its line in the rejects file, if it has one.
    mutating func settle(_ number: Int, _ fate: Fate, line: [UInt8]? = nil) {
        let index = head + number - firstNumber
        precondition(index >= head && entries[index].state == .pending, "a record is settled once")
        entries[index].state = .settled(fate)
        if let line {
            waitingLines[number] = line
            waitingBytes += line.count
        }
        if index == head { advance() }
    }

    private mutating func advance() {
        while head < entries.count, entries[head].state != .pending {
            pass(entries[head])
            head += 1
            firstNumber += 1
        }
        // Cleared once more than half is empty, so that each entry is moved once in the mean.
        if head > 1_024, head * 2 > entries.count {
            entries.removeFirst(head)
            head = 0
        }
    }

    private mutating func pass(_ entry: Entry) {
        if case .settled(let fate) = entry.state {
            if fate == .unfinished, frozen == nil { frozen = passed }
            count(fate)
        }
        if !waitingLines.isEmpty, let line = waitingLines.removeValue(forKey: firstNumber) {
            waitingBytes -= line.count
            lines += line
            passed.rejectsBytes += line.count
        }
        passed.place.file = entry.file
        passed.place.position = entry.end
    }

    private mutating func count(_ fate: Fate) {
        passed.counts.read += 1
        switch fate {
        case .written: passed.counts.written += 1
        case .superseded:
            passed.counts.written += 1
            passed.counts.superseded += 1
        case .rejected: passed.counts.rejected += 1
        case .leftOver, .unfinished: passed.counts.leftOver += 1
        }
    }

    // MARK: Handing out

    /// Takes the lines that are due for the rejects file, in the order of the input.
    mutating func takeLines() -> [UInt8] {
        defer { lines = [] }
        return lines
    }
}
