// The records of one file, from its bytes to changes.

import ApusModel

/// A record, and the change that it asks for or why it asks for none.
struct ParsedRecord: Sendable {
    let origin: RecordOrigin
    /// Where the next record begins.
    let end: InputPosition
    let change: Result<RecordChange, RecordFault>

    /// The item that is to be put, where that is what the record asks for.
    var item: Result<Item, RecordFault> {
        Result { () throws(RecordFault) in try change.get().item() }
    }
}

/// Reads a file group by group, with no more than a chunk of it in memory.
struct RecordSource {
    private let input: PlainInput
    private let file: String
    private let format: RecordFormat?
    private let keySchema: KeySchema
    private var beginning: [UInt8] = []
    private var splitter: RecordSplitter?
    private var parser: RecordParser?
    // Those of the records that lie in a rejects file.
    private var rejectParsers: [RecordKind: Result<RecordParser, RecordFault>] = [:]
    private var isAtEnd = false
    /// How the records are read, once a record has told it.
    private(set) var kind: RecordKind?

    // So many records are looked at to tell the kinds of JSON apart.
    private static let telltaleRecords = 16
    private static let rejectParserLimit = 256
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Without a format it is told by the file's beginning. `file` is what the file is called in the rejects file.
    init(_ input: PlainInput, file: String, format: RecordFormat?, keySchema: KeySchema) {
        self.input = input
        self.file = file
        self.format = format
        self.keySchema = keySchema
    }

    /// Goes on where an earlier reading came to, which told the kind of the records.
    mutating func skip(to start: InputPosition, of kind: RecordKind, unless isStopped: () -> Bool) throws(InputError) {
        try input.skip(to: start.byte, unless: isStopped)
        splitter = RecordSplitter(kind.format.form, start: start)
        try makeParser(kind)
    }

    /// The next records, maybe none of them as yet; nil at the end, or once `isStopped` says so.
    mutating func next(unless isStopped: () -> Bool) throws(InputError) -> [ParsedRecord]? {
        guard !isAtEnd else { return nil }
        let chunk = try input.next(unless: isStopped)
        if chunk.isEmpty {
            isAtEnd = true
            // A record that the reading was stopped within is not one.
            let last = isStopped() ? nil : splitter?.finish()
            return try parse(last.map { [$0] } ?? [])
        }
        try feed(chunk)
        var records: [RawRecord] = []
        while let record = splitter?.next() { records.append(record) }
        return try parse(records)
    }

    private mutating func feed(_ chunk: [UInt8]) throws(InputError) {
        if splitter != nil {
            splitter!.feed(chunk)
            return
        }
        beginning += chunk
        guard beginning.count >= Self.byteOrderMark.count || !Self.byteOrderMark.starts(with: beginning) else { return }
        var start = InputPosition()
        if beginning.starts(with: Self.byteOrderMark) {
            start.byte = Self.byteOrderMark.count
            beginning.removeFirst(start.byte)
        }
        guard let form = try chosenForm() else {
            // The mark is wanted again with the next chunk.
            if start.byte > 0 { beginning = Self.byteOrderMark + beginning }
            return
        }
        splitter = RecordSplitter(form, start: start)
        splitter!.feed(beginning)
        beginning = []
    }

    private func chosenForm() throws(InputError) -> RecordSplitter.Form? {
        if let format { return format.form }
        return try RecordFormat.form(of: beginning)
    }

    // MARK: Parsing

    private mutating func parse(_ all: [RawRecord]) throws(InputError) -> [ParsedRecord] {
        var records = all.filter { !$0.isBlank }[...]
        guard !records.isEmpty else { return [] }
        if parser == nil { try tellKind(&records) }
        guard let kind, let parser else { return [] }
        if kind.format == .rejects { return records.map { parseReject($0, kind) } }
        return records.map { record in
            ParsedRecord(
                origin: RecordOrigin(file: file, line: record.line, kind: kind, text: record.bytes),
                end: record.end,
                change: Result { () throws(RecordFault) in try parser.change(record) }
            )
        }
    }

    private mutating func tellKind(_ records: inout ArraySlice<RawRecord>) throws(InputError) {
        let format =
            self.format
            ?? (splitter?.form == .csv ? .csv : RecordFormat.ofJSON(Array(records.prefix(Self.telltaleRecords))))
        guard format == .csv else { return try makeParser(RecordKind(format: format)) }
        let header = records.removeFirst()
        guard !header.isTooLong, let text = String(validating: header.bytes, as: UTF8.self) else {
            throw InputError("its header is no text")
        }
        try makeParser(RecordKind(format: .csv, header: text))
    }

    private mutating func makeParser(_ kind: RecordKind) throws(InputError) {
        do throws(RecordFault) {
            parser = try RecordParser(kind, keySchema: keySchema)
        } catch {
            throw InputError(error.description)
        }
        self.kind = kind
    }

    /// Reads a record out of a line of a rejects file. It keeps the origin that is told there.
    private mutating func parseReject(_ line: RawRecord, _ kind: RecordKind) -> ParsedRecord {
        do throws(RecordFault) {
            let origin = try RejectedRecord(line: line).origin
            let change = Result { () throws(RecordFault) in
                try rejectParser(origin.kind).change(RawRecord(line: origin.line, bytes: origin.text))
            }
            return ParsedRecord(origin: origin, end: line.end, change: change)
        } catch {
            let origin = RecordOrigin(file: file, line: line.line, kind: kind, text: line.bytes)
            return ParsedRecord(origin: origin, end: line.end, change: .failure(error))
        }
    }

    private mutating func rejectParser(_ kind: RecordKind) throws(RecordFault) -> RecordParser {
        if let known = rejectParsers[kind] { return try known.get() }
        if rejectParsers.count >= Self.rejectParserLimit { rejectParsers = [:] }
        let parser = Result { () throws(RecordFault) in try RecordParser(kind, keySchema: keySchema) }
        rejectParsers[kind] = parser
        return try parser.get()
    }
}
