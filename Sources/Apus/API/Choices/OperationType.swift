// The choices of OperationType in the API. Written by script/generate-api.

/// What happened to an item.
public struct OperationType: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// An item came to be.
    public static let insert = OperationType(rawValue: "INSERT")
    /// An item that was there has changed.
    public static let modify = OperationType(rawValue: "MODIFY")
    /// An item was deleted, or has expired.
    public static let remove = OperationType(rawValue: "REMOVE")
}

extension OperationType: WrittenShape, ReadShape {}
