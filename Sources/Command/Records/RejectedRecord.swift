// A record in a line of a rejects file.

import ApusModel
import ApusWire

/// A record that was not written, with where it came from: what `apus load` takes down, and reads again.
struct RejectedRecord: Equatable, Sendable {
    let origin: RecordOrigin
    /// Why it was not written.
    let reason: String
    /// How often it was sent.
    let attempts: Int

    init(_ origin: RecordOrigin, reason: String, attempts: Int) {
        self.origin = origin
        self.reason = reason
        self.attempts = attempts
    }

    /// Reads a line of a rejects file.
    init(line: RawRecord) throws(RecordFault) {
        guard !line.isTooLong else { throw RecordFault("the line is longer than a request may be") }
        do throws(ServiceError) {
            self = try line.bytes.withUnsafeBufferPointer { (bytes) throws(ServiceError) in
                var reader = JSONReader(UnsafeRawBufferPointer(bytes))
                let rejected = try RejectedRecord(&reader)
                try reader.requireEnd()
                return rejected
            }
        } catch {
            throw RecordFault("the line is none of a rejects file")
        }
    }

    private init(_ reader: inout JSONReader) throws(ServiceError) {
        var file: String?
        var (line, attempts) = (0, 0)
        var reason: String?
        var (format, header): (RecordFormat?, String?)
        var text: [UInt8]?
        try reader.members(of: "Record") { name, reader throws(ServiceError) in
            switch name {
            case "file": file = try reader.optionalString()
            case "line": line = try reader.optionalInteger() ?? 0
            case "reason": reason = try reader.optionalString()
            case "attempts": attempts = try reader.optionalInteger() ?? 0
            case "format": format = RecordFormat(rawValue: try reader.optionalString() ?? "")
            case "header": header = try reader.optionalString()
            case "record": text = try Self.text(&reader)
            default: try reader.skipValue()
            }
        }
        guard let file, let reason, let text else { throw .serialization(nil) }
        // A line that does not say what its record is was not written by this version.
        let told = format ?? RecordFormat.ofJSON([RawRecord(line: 1, bytes: text)])
        origin = RecordOrigin(file: file, line: line, kind: RecordKind(format: told, header: header), text: text)
        self.reason = reason
        self.attempts = attempts
    }

    private static func text(_ reader: inout JSONReader) throws(ServiceError) -> [UInt8] {
        if case .string = try reader.peekKind() { return Array(try reader.readString().utf8) }
        return try reader.rawValue()
    }

    /// The line of the record, with its end. JSON stays JSON; any other text becomes a string.
    var line: [UInt8] {
        let isJSON = origin.text.withUnsafeBytes { (bytes) in (try? JSONReader.requireObject(bytes)) != nil }
        var writer = JSONWriter(reservingBytes: origin.text.count + 256)
        writer.object { writer in
            writer.member("line", origin.line)
            writer.member("file", origin.file)
            writer.member("reason", reason)
            writer.member("attempts", attempts)
            writer.member("format", origin.kind.format.rawValue)
            if let header = origin.kind.header { writer.member("header", header) }
            writer.name("record")
            if isJSON {
                writer.value(origin.text)
            } else {
                writer.string(String(decoding: origin.text, as: UTF8.self))
            }
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}
