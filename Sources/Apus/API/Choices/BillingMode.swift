// The choices of BillingMode in the API. Written by script/generate-api.

/// How a table's throughput is paid for.
public struct BillingMode: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Capacity is set ahead and paid for by the hour.
    public static let provisioned = BillingMode(rawValue: "PROVISIONED")
    /// On demand: each request is paid for, and no capacity is set.
    public static let payPerRequest = BillingMode(rawValue: "PAY_PER_REQUEST")
}

extension BillingMode: WrittenShape, ReadShape {}
