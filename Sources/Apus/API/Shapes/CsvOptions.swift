// The shape CsvOptions of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// How the CSV files of an import are written.
public struct CsvOptions: Equatable, Sendable {
    /// The character between values: `,` `;` `:` `|`, tab or space. A comma when absent.
    public var delimiter: String?
    /// The names of the columns, 1 to 255 of them. The first line of a file names them when absent.
    public var headerList: [String]?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        delimiter: String? = nil,
        headerList: [String]? = nil
    ) {
        self.delimiter = delimiter
        self.headerList = headerList
    }
}

extension CsvOptions: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Delimiter", of: delimiter)
            writer.member("HeaderList", of: headerList)
        }
    }
}

extension CsvOptions: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "CsvOptions") { name, reader throws(ServiceError) in
            switch name {
            case "Delimiter": delimiter = try reader.value()
            case "HeaderList": headerList = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
