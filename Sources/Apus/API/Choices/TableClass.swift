// The choices of TableClass in the API. Written by script/generate-api.

/// Whether storage or throughput is the cheaper part of a table. It can change twice in 30 days.
public struct TableClass: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Throughput is the cheaper part; the default.
    public static let standard = TableClass(rawValue: "STANDARD")
    /// Storage is the cheaper part, for tables that are seldom used.
    public static let standardInfrequentAccess = TableClass(rawValue: "STANDARD_INFREQUENT_ACCESS")
}

extension TableClass: WrittenShape, ReadShape {}
