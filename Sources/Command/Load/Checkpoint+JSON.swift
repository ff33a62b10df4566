// Checkpoints as JSON; docs/load.md describes the form.

import ApusModel
import ApusWire

extension Checkpoint {
    /// The text of the file.
    var json: [UInt8] {
        var writer = JSONWriter(reservingBytes: 1_024)
        writer.object { writer in
            writer.member("version", Self.version)
            writer.member("table", target.table)
            if let tableID = target.tableID { writer.member("tableId", tableID) }
            writer.member("endpoint", target.endpoint)
            writer.member("region", target.region)
            if let format { writer.member("format", format.rawValue) }
            writer.member("startTime", Int(startTime.milliseconds))
            writer.member("runs", runs)
            writer.name("inputs")
            writer.array { writer in
                for index in inputs.indices { write(input: index, to: &writer) }
            }
            writer.name("counts")
            writer.object { settled.counts.write(to: &$0) }
            writer.name("rejects")
            writer.object { writer in
                writer.member("path", rejectsPath)
                writer.member("bytes", settled.rejectsBytes)
                writer.member("isBegun", hasRejects)
            }
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    private func write(input index: Int, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("path", inputs[index].path)
            writer.member("bytes", inputs[index].bytes)
            writer.member("modificationTime", inputs[index].modificationTime)
            writer.member("isSettled", index < settled.place.file)
            guard index == settled.place.file else { return }
            writer.member("settledBytes", settled.place.position.byte)
            writer.member("nextLine", settled.place.position.line)
            guard let kind = settled.place.kind else { return }
            writer.member("format", kind.format.rawValue)
            if let header = kind.header { writer.member("header", header) }
        }
    }

    /// Reads the text of a file.
    init(json: [UInt8]) throws(CheckpointError) {
        do throws(ServiceError) {
            let draft = try json.withUnsafeBufferPointer { (bytes) throws(ServiceError) in
                var reader = JSONReader(UnsafeRawBufferPointer(bytes))
                let draft = try CheckpointDraft(&reader)
                try reader.requireEnd()
                return draft
            }
            guard draft.version == Self.version else {
                throw ServiceError.serialization("it has version \(draft.version), and this apus knows \(Self.version)")
            }
            self = try draft.checkpoint
        } catch {
            throw CheckpointError(error.message ?? "it is no checkpoint, or damaged")
        }
    }
}

/// A checkpoint while its members are read.
private struct CheckpointDraft {
    var version = 0
    var table: String?
    var tableID: String?
    var endpoint: String?
    var region: String?
    var format: RecordFormat?
    var startTime = 0
    var runs = 1
    var inputs: [InputIdentity] = []
    var place = LoadPlace()
    var counts = LoadCounts()
    var rejectsPath: String?
    var rejectsBytes = 0
    var hasRejects = false

    init(_ reader: inout JSONReader) throws(ServiceError) {
        var draft = CheckpointDraft()
        try reader.members(of: "Checkpoint") { name, reader throws(ServiceError) in
            switch name {
            case "version": draft.version = try reader.optionalInteger() ?? 0
            case "table": draft.table = try reader.optionalString()
            case "tableId": draft.tableID = try reader.optionalString()
            case "endpoint": draft.endpoint = try reader.optionalString()
            case "region": draft.region = try reader.optionalString()
            case "format": draft.format = RecordFormat(rawValue: try reader.optionalString() ?? "")
            case "startTime": draft.startTime = try reader.wholeNumber()
            case "runs": draft.runs = try reader.wholeNumber()
            case "inputs":
                _ = try reader.elements { reader throws(ServiceError) in try draft.readInput(&reader) }
            case "counts": try draft.readCounts(&reader)
            case "rejects": try draft.readRejects(&reader)
            default: try reader.skipValue()
            }
        }
        self = draft
    }

    private init() {}

    private mutating func readInput(_ reader: inout JSONReader) throws(ServiceError) {
        var (path, bytes, modificationTime, isSettled) = (String?.none, 0, 0, false)
        var position = InputPosition()
        var (format, header): (RecordFormat?, String?)
        try reader.members(of: "Input") { name, reader throws(ServiceError) in
            switch name {
            case "path": path = try reader.optionalString()
            case "bytes": bytes = try reader.wholeNumber()
            case "modificationTime": modificationTime = try reader.wholeNumber()
            case "isSettled": isSettled = try reader.optionalBool() ?? false
            case "settledBytes": position.byte = try reader.wholeNumber()
            case "nextLine": position.line = try reader.wholeNumber()
            case "format": format = RecordFormat(rawValue: try reader.optionalString() ?? "")
            case "header": header = try reader.optionalString()
            default: try reader.skipValue()
            }
        }
        guard let path else { throw .serialization(nil) }
        if isSettled { place = LoadPlace(file: inputs.count + 1) }
        if inputs.count == place.file, !isSettled {
            place.position = position
            place.kind = format.map { RecordKind(format: $0, header: header) }
        }
        inputs.append(InputIdentity(path: path, bytes: bytes, modificationTime: modificationTime))
    }

    private mutating func readCounts(_ reader: inout JSONReader) throws(ServiceError) {
        var counts = LoadCounts()
        try reader.members(of: "Counts") { name, reader throws(ServiceError) in
            switch name {
            case "read": counts.read = try reader.wholeNumber()
            case "written": counts.written = try reader.wholeNumber()
            case "superseded": counts.superseded = try reader.wholeNumber()
            case "rejected": counts.rejected = try reader.wholeNumber()
            case "leftOver": counts.leftOver = try reader.wholeNumber()
            default: try reader.skipValue()
            }
        }
        self.counts = counts
    }

    private mutating func readRejects(_ reader: inout JSONReader) throws(ServiceError) {
        var (path, bytes, isBegun) = (String?.none, 0, false)
        try reader.members(of: "Rejects") { name, reader throws(ServiceError) in
            switch name {
            case "path": path = try reader.optionalString()
            case "bytes": bytes = try reader.wholeNumber()
            case "isBegun": isBegun = try reader.optionalBool() ?? false
            default: try reader.skipValue()
            }
        }
        (rejectsPath, rejectsBytes, hasRejects) = (path, bytes, isBegun)
    }

    var checkpoint: Checkpoint {
        get throws(ServiceError) {
            guard let table, let endpoint, let region, let rejectsPath, !inputs.isEmpty else {
                throw .serialization(nil)
            }
            return Checkpoint(
                target: LoadTarget(table: table, tableID: tableID, endpoint: endpoint, region: region),
                inputs: inputs,
                format: format,
                startTime: Timestamp(milliseconds: Int64(startTime)),
                runs: runs,
                rejectsPath: rejectsPath,
                hasRejects: hasRejects,
                settled: SettledPart(place: place, counts: counts, rejectsBytes: rejectsBytes)
            )
        }
    }
}

extension JSONReader {
    /// Reads a number that counts something.
    fileprivate mutating func wholeNumber() throws(ServiceError) -> Int {
        let number = Int(String(decoding: try readNumber(), as: UTF8.self))
        guard let number, number >= 0 else { throw .serialization(nil) }
        return number
    }
}
