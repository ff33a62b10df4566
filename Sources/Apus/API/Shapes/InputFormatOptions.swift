// The shape InputFormatOptions of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// Options of the format of an import's files.
public struct InputFormatOptions: Equatable, Sendable {
    /// How CSV is written. Only for the format `CSV`.
    public var csv: CsvOptions?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        csv: CsvOptions? = nil
    ) {
        self.csv = csv
    }
}

extension InputFormatOptions: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Csv", of: csv)
        }
    }
}

extension InputFormatOptions: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "InputFormatOptions") { name, reader throws(ServiceError) in
            switch name {
            case "Csv": csv = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
