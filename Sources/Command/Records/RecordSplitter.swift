// Cuts bytes into records: lines, or rows of CSV.

import ApusModel

/// The bytes of one record, without the end of its line, and the number of the line on which it begins.
struct RawRecord: Equatable, Sendable {
    let line: Int
    let bytes: [UInt8]
    /// Where the next record begins.
    var end = InputPosition()
    /// Whether the record is over the limit; then `bytes` is only its beginning.
    var isTooLong = false

    /// Whether there is nothing but white space.
    var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
}

/// Takes bytes in chunks of any size and gives whole records; it holds no more than one of them and one chunk.
struct RecordSplitter {
    enum Form: Sendable {
        case lines
        /// Rows end at the end of a line that is not within quotes.
        case csv
    }

    // Where in a row of CSV the scan stands. A quote counts as such only at the beginning of a cell.
    private enum Place {
        case cellStart, plain, quoted, quoteInQuoted
    }

    let form: Form
    private let limitBytes: Int
    private var buffer: [UInt8] = []
    private var recordStart = 0
    private var scanned = 0
    private var place = Place.cellStart
    private var line: Int
    /// How many bytes of the input lie before the buffer.
    private var passedBytes: Int
    private var linesInRecord = 0
    private var headOfTooLong: [UInt8]?

    private static let shownBytes = 1_024
    private static let newline = UInt8(ascii: "\n")

    /// - Parameter start: where in the input the first chunk begins, which is the beginning of a record.
    init(_ form: Form, limitBytes: Int = Limits.requestBytes, start: InputPosition = InputPosition()) {
        self.form = form
        self.limitBytes = limitBytes
        line = start.line
        passedBytes = start.byte
    }

    /// Hands in the next chunk, once `next` has answered nil to the ones before.
    mutating func feed(_ chunk: [UInt8]) {
        passedBytes += recordStart
        buffer.removeFirst(recordStart)
        scanned -= recordStart
        recordStart = 0
        buffer += chunk
    }

    /// The next whole record; nil when more bytes are wanted.
    mutating func next() -> RawRecord? {
        guard let end = findEnd() else {
            dropIfTooLong()
            return nil
        }
        return takeRecord(upTo: end, resumingAt: end + 1)
    }

    /// What is left when no more bytes come: a record without an end of line, if anything.
    mutating func finish() -> RawRecord? {
        guard recordStart < buffer.count || headOfTooLong != nil else { return nil }
        return takeRecord(upTo: buffer.count, resumingAt: buffer.count)
    }

    private mutating func takeRecord(upTo end: Int, resumingAt next: Int) -> RawRecord {
        var bytes = buffer[recordStart..<end]
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        let position = InputPosition(byte: passedBytes + next, line: line + linesInRecord + 1)
        let record =
            if let headOfTooLong {
                RawRecord(line: line, bytes: headOfTooLong, end: position, isTooLong: true)
            } else if bytes.count > limitBytes {
                RawRecord(line: line, bytes: Array(bytes.prefix(Self.shownBytes)), end: position, isTooLong: true)
            } else {
                RawRecord(line: line, bytes: Array(bytes), end: position)
            }
        line = position.line
        linesInRecord = 0
        headOfTooLong = nil
        place = .cellStart
        recordStart = next
        scanned = next
        return record
    }

    /// Lets go of a record that has grown over the limit, but for its beginning.
    private mutating func dropIfTooLong() {
        guard headOfTooLong != nil || scanned - recordStart > limitBytes else { return }
        if headOfTooLong == nil { headOfTooLong = Array(buffer[recordStart...].prefix(Self.shownBytes)) }
        recordStart = scanned
    }

    // MARK: Ends

    /// Where the record that has begun ends, among the bytes not scanned so far.
    private mutating func findEnd() -> Int? {
        switch form {
        case .lines:
            let end = buffer.withUnsafeBufferPointer { $0[scanned...].firstIndex(of: Self.newline) }
            scanned = end ?? buffer.count
            return end
        case .csv:
            return findRowEnd()
        }
    }

    private mutating func findRowEnd() -> Int? {
        while scanned < buffer.count {
            let byte = buffer[scanned]
            if byte == Self.newline {
                guard place == .quoted else { return scanned }
                linesInRecord += 1
            }
            place = Self.place(after: byte, from: place)
            scanned += 1
        }
        return nil
    }

    private static func place(after byte: UInt8, from place: Place) -> Place {
        switch (place, byte) {
        case (.quoted, UInt8(ascii: "\"")): .quoteInQuoted
        case (.quoted, _): .quoted
        case (.quoteInQuoted, UInt8(ascii: "\"")), (.cellStart, UInt8(ascii: "\"")): .quoted
        case (_, UInt8(ascii: ",")): .cellStart
        default: .plain
        }
    }
}
