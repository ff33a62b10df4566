// Tables for people to read.

/// Rows of text under headings, each column as wide as its widest cell.
struct TextTable: Equatable, Sendable {
    /// A heading, and where the cells under it stand.
    struct Column: Equatable, Sendable {
        let heading: String
        let isNumber: Bool

        init(_ heading: String, isNumber: Bool = false) {
            self.heading = heading
            self.isNumber = isNumber
        }
    }

    private let columns: [Column]
    private let rows: [[String]]

    /// Each row has as many cells as there are columns.
    init(_ columns: [Column], rows: [[String]]) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "a row has a cell for each column")
        self.columns = columns
        self.rows = rows.map { $0.map(Self.printable) }
    }

    var lines: [String] {
        let lines = [columns.map(\.heading)] + rows
        let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line(of: $0, widths: widths) }
    }

    private func line(of cells: [String], widths: [Int]) -> String {
        let padded = columns.indices.map { index in
            let space = String(repeating: " ", count: widths[index] - cells[index].count)
            return columns[index].isNumber ? space + cells[index] : cells[index] + space
        }
        let line = padded.joined(separator: "  ")
        return String(line.prefix(line.count - line.reversed().prefix { $0 == " " }.count))
    }

    // A line break would tear the table, and an escape could move the terminal's cursor.
    private static func printable(_ cell: String) -> String {
        String(
            String.UnicodeScalarView(cell.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
        )
    }
}
