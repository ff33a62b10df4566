// Refusals for lack of throughput: which error a reason makes, and its text.

extension ServiceError {
    /// The refusal of a request that its table or index has no throughput for.
    ///
    /// Which error it is follows from the reason and from the billing mode: what has been provisioned or is limited by
    /// a quota has errors of its own, everything on-demand is a `ThrottlingException`.
    package static func throttled(
        _ reason: ThrottlingReason,
        of resource: String,
        isOnDemand: Bool
    ) -> ServiceError {
        let details = [ThrottlingDetail(reason: reason, resource: resource)]
        switch reason.cause {
        case .accountLimit: return ServiceError(.requestLimitExceeded, accountText, throttling: details)
        case .onDemandMaximum: return ServiceError(.throttling, maximumText, throttling: details)
        case .provisioned, .keyRange:
            let code = isOnDemand ? Code.throttling : .provisionedThroughputExceeded
            let text = isOnDemand ? onDemandText(reason) : provisionedText(reason)
            return ServiceError(code, text, throttling: details)
        }
    }

    /// The refusal of an operation on tables that comes too soon after others.
    package static let controlPlaneRateExceeded = ServiceError(
        .throttling,
        "The rate of control plane requests made by this account is too high"
    )

    /// Whether the request is refused for lack of throughput, and may succeed when it is sent again later.
    package var isThrottling: Bool {
        switch code {
        case .provisionedThroughputExceeded, .requestLimitExceeded, .throttling: true
        default: false
        }
    }

    private static func provisionedText(_ reason: ThrottlingReason) -> String {
        switch (reason.isOfIndex, reason.direction) {
        case (false, _):
            "The level of configured provisioned throughput for the table was exceeded. "
                + "Consider increasing your provisioning level with the UpdateTable API."
        case (true, .write):
            "The level of configured provisioned throughput for one or more global secondary indexes of the table "
                + "was exceeded. Consider increasing your provisioning level for the under-provisioned global "
                + "secondary indexes with the UpdateTable API."
        case (true, .read):
            "The level of configured provisioned throughput for the index was exceeded. "
                + "Consider increasing your provisioning level with the UpdateTable API."
        }
    }

    private static func onDemandText(_ reason: ThrottlingReason) -> String {
        guard reason.isOfIndex, reason.direction == .write else {
            return "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling "
                + "your table or index so please try again shortly. If exceptions persist, check if you have a hot "
                + "key: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html"
        }
        return "Throughput exceeds the current capacity for one or more global secondary indexes. DynamoDB is "
            + "automatically scaling your index so please try again shortly."
    }

    private static let maximumText =
        "Throughput exceeds the maximum OnDemandThroughput configured on table or index"
    private static let accountText =
        "Throughput exceeds the current throughput limit for your account. Please contact AWS Support at "
        + "https://aws.amazon.com/support request a limit increase"
}
