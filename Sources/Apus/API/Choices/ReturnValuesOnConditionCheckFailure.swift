// The choices of ReturnValuesOnConditionCheckFailure in the API. Written by script/generate-api.

/// Whether a failed condition answers the item as it stands.
public struct ReturnValuesOnConditionCheckFailure: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The whole item as it stands.
    public static let allOld = ReturnValuesOnConditionCheckFailure(rawValue: "ALL_OLD")
    /// Nothing; the default.
    public static let nothing = ReturnValuesOnConditionCheckFailure(rawValue: "NONE")
}

extension ReturnValuesOnConditionCheckFailure: WrittenShape, ReadShape {}
