// The records of one file, from its bytes to items.

import ApusModel

/// A record, and the item that it is or why it is none.
struct ParsedRecord: Sendable {
    let raw: RawRecord
    let item: Result<Item, RecordFault>
}

/// Reads a file group by group, with no more than a chunk of it in memory.
struct RecordSource {
    private let input: PlainInput
    private let format: RecordFormat?
    private let keySchema: KeySchema
    private var beginning: [UInt8] = []
    private var splitter: RecordSplitter?
    private var parser: RecordParser?
    private var isAtEnd = false

    // So many records are looked at to tell the two kinds of JSON apart.
    private static let telltaleRecords = 16
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Without a format it is told by the file's beginning.
    init(_ input: PlainInput, format: RecordFormat?, keySchema: KeySchema) {
        self.input = input
        self.format = format
        self.keySchema = keySchema
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
        if beginning.starts(with: Self.byteOrderMark) { beginning.removeFirst(Self.byteOrderMark.count) }
        guard let form = try chosenForm() else { return }
        splitter = RecordSplitter(form)
        splitter!.feed(beginning)
        beginning = []
    }

    private func chosenForm() throws(InputError) -> RecordSplitter.Form? {
        if let format { return format.form }
        return try RecordFormat.form(of: beginning)
    }

    private mutating func parse(_ all: [RawRecord]) throws(InputError) -> [ParsedRecord] {
        var records = all.filter { !$0.isBlank }[...]
        guard !records.isEmpty else { return [] }
        if parser == nil { try makeParser(&records) }
        return records.map { record in
            ParsedRecord(raw: record, item: Result { () throws(RecordFault) in try parser!.item(record) })
        }
    }

    private mutating func makeParser(_ records: inout ArraySlice<RawRecord>) throws(InputError) {
        let format =
            self.format
            ?? (splitter?.form == .csv ? .csv : RecordFormat.ofJSON(Array(records.prefix(Self.telltaleRecords))))
        let header = format == .csv ? records.removeFirst() : nil
        do throws(RecordFault) {
            parser = try RecordParser(format: format, header: header, keySchema: keySchema)
        } catch {
            throw InputError(error.description)
        }
    }
}
