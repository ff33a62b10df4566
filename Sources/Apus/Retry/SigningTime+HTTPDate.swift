// The time in the header `Date`.

import ApusSigning

extension SigningTime {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Reads a date such as `Sat, 28 Nov 2026 10:15:00 GMT`; nil where the text is none.
    init?(httpDate text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[0].hasSuffix(","), parts[5] == "GMT",
            let month = Self.months.firstIndex(of: String(parts[2]))
        else { return nil }
        let number = month + 1
        let time = parts[4].filter { $0 != ":" }
        self.init("\(parts[3])\(number < 10 ? "0" : "")\(number)\(parts[1])T\(time)Z")
    }
}
