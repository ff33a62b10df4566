// The line of JSON that each yardstick prints.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Names and figures, in the order in which they are printed.
struct Report {
    enum Figure {
        case count(Int)
        case measure(Double)
    }

    private let entries: [(name: String, figure: Figure)]

    init(_ entries: [(String, Figure)]) {
        self.entries = entries
    }

    /// What every run over a store reports: its pace and what the process paid for it.
    init(items: Int, seconds: Double, processorSeconds: Double) {
        self.init([
            ("items", .count(items)),
            ("seconds", .measure(seconds)),
            ("items_per_second", .measure(Double(items) / seconds)),
            ("cpu_microseconds_per_item", .measure(processorSeconds * 1_000_000 / Double(max(items, 1)))),
        ])
    }

    /// Prints the line and hands it on at once, for a reader at the other end of a pipe.
    func print() {
        let members = entries.map { "\"\($0.name)\": \(text(of: $0.figure))" }
        Swift.print("{\(members.joined(separator: ", "))}")
        fflush(nil)
    }

    private func text(of figure: Figure) -> String {
        switch figure {
        case .count(let count): "\(count)"
        case .measure(let measure): "\(measure)"
        }
    }
}
