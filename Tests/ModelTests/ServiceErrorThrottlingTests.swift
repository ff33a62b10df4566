// Which error a lack of throughput makes, in which words.

import ApusModel
import Testing

struct ServiceErrorThrottlingTests {
    /// A reason, and the error it makes.
    struct Refusal: Sendable {
        let reason: ThrottlingReason
        var isOnDemand = false
        let code: ServiceError.Code
        let text: String
    }

    private static let resource = "arn:aws:dynamodb:eu-north-1:111122223333:table/Cats"

    private static let provisionedTable =
        "The level of configured provisioned throughput for the table was exceeded. "
        + "Consider increasing your provisioning level with the UpdateTable API."
    private static let provisionedIndexes =
        "The level of configured provisioned throughput for one or more global secondary indexes of the table was "
        + "exceeded. Consider increasing your provisioning level for the under-provisioned global secondary indexes "
        + "with the UpdateTable API."
    private static let provisionedIndex =
        "The level of configured provisioned throughput for the index was exceeded. "
        + "Consider increasing your provisioning level with the UpdateTable API."
    private static let onDemand =
        "Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table "
        + "or index so please try again shortly. If exceptions persist, check if you have a hot key: "
        + "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html"
    private static let onDemandIndexes =
        "Throughput exceeds the current capacity for one or more global secondary indexes. "
        + "DynamoDB is automatically scaling your index so please try again shortly."
    private static let maximum = "Throughput exceeds the maximum OnDemandThroughput configured on table or index"
    private static let account =
        "Throughput exceeds the current throughput limit for your account. Please contact AWS Support at "
        + "https://aws.amazon.com/support request a limit increase"

    private static let provisionedRefusals: [Refusal] = [
        (.tableReadProvisionedThroughputExceeded, provisionedTable),
        (.tableWriteProvisionedThroughputExceeded, provisionedTable),
        (.indexReadProvisionedThroughputExceeded, provisionedIndex),
        (.indexWriteProvisionedThroughputExceeded, provisionedIndexes),
        (.tableReadKeyRangeThroughputExceeded, provisionedTable),
        (.tableWriteKeyRangeThroughputExceeded, provisionedTable),
        (.indexReadKeyRangeThroughputExceeded, provisionedIndex),
        (.indexWriteKeyRangeThroughputExceeded, provisionedIndexes),
    ].map { Refusal(reason: $0, code: .provisionedThroughputExceeded, text: $1) }

    private static let onDemandRefusals: [Refusal] = [
        (.tableReadKeyRangeThroughputExceeded, onDemand),
        (.tableWriteKeyRangeThroughputExceeded, onDemand),
        (.indexReadKeyRangeThroughputExceeded, onDemand),
        (.indexWriteKeyRangeThroughputExceeded, onDemandIndexes),
        (.tableReadMaxOnDemandThroughputExceeded, maximum),
        (.tableWriteMaxOnDemandThroughputExceeded, maximum),
        (.indexReadMaxOnDemandThroughputExceeded, maximum),
        (.indexWriteMaxOnDemandThroughputExceeded, maximum),
    ].map { Refusal(reason: $0, isOnDemand: true, code: .throttling, text: $1) }

    private static let accountRefusals: [Refusal] = [false, true].flatMap { isOnDemand in
        [
            .tableReadAccountLimitExceeded, .tableWriteAccountLimitExceeded, .indexReadAccountLimitExceeded,
            .indexWriteAccountLimitExceeded,
        ].map { Refusal(reason: $0, isOnDemand: isOnDemand, code: .requestLimitExceeded, text: account) }
    }

    @Test(arguments: provisionedRefusals + onDemandRefusals + accountRefusals)
    func `a reason makes the error of its billing mode, and tells itself and its resource`(refusal: Refusal) {
        let error = ServiceError.throttled(refusal.reason, of: Self.resource, isOnDemand: refusal.isOnDemand)

        #expect(error.code == refusal.code)
        #expect(error.message == refusal.text)
        #expect(error.throttling == [ThrottlingDetail(reason: refusal.reason, resource: Self.resource)])
        #expect(error.isThrottling)
    }

    @Test func `too many operations on tables are throttled without a reason`() {
        let error = ServiceError.controlPlaneRateExceeded

        #expect(error.code == .throttling)
        #expect(error.message == "The rate of control plane requests made by this account is too high")
        #expect(error.throttling.isEmpty)
        #expect(error.isThrottling)
    }

    @Test func `no other error is about throughput`() {
        let throttling: Set<ServiceError.Code> = [.provisionedThroughputExceeded, .requestLimitExceeded, .throttling]

        for code in ServiceError.Code.allCases {
            #expect(ServiceError(code, nil).isThrottling == throttling.contains(code))
        }
    }
}
