// The choices of DisassociationMode in the API. Written by script/generate-api.

/// How a replica leaves its global table.
public struct DisassociationMode: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The replica leaves once outstanding changes are replicated.
    public static let waitForReplication = DisassociationMode(rawValue: "WAIT_FOR_REPLICATION")
}

extension DisassociationMode: WrittenShape, ReadShape {}
