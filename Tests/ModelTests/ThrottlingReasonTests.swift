// The reasons for throttling, and what each of them says.

import ApusModel
import Testing

struct ThrottlingReasonTests {
    @Test func `there are sixteen reasons, each of a kind of its own`() {
        var texts: [String] = []
        for isIndex in [false, true] {
            for direction in ThrottlingReason.Direction.allCases {
                for cause in ThrottlingReason.Cause.allCases {
                    texts.append(ThrottlingReason(direction, cause, ofIndex: isIndex).rawValue)
                }
            }
        }

        #expect(texts.count == 16)
        #expect(Set(texts) == Set(ThrottlingReason.allCases.map(\.rawValue)))
    }

    @Test(
        arguments: [
            (.read, .provisioned, false, "TableReadProvisionedThroughputExceeded"),
            (.write, .provisioned, false, "TableWriteProvisionedThroughputExceeded"),
            (.write, .provisioned, true, "IndexWriteProvisionedThroughputExceeded"),
            (.read, .keyRange, true, "IndexReadKeyRangeThroughputExceeded"),
            (.write, .keyRange, false, "TableWriteKeyRangeThroughputExceeded"),
            (.read, .accountLimit, false, "TableReadAccountLimitExceeded"),
            (.write, .accountLimit, true, "IndexWriteAccountLimitExceeded"),
            (.read, .onDemandMaximum, true, "IndexReadMaxOnDemandThroughputExceeded"),
            (.write, .onDemandMaximum, false, "TableWriteMaxOnDemandThroughputExceeded"),
        ] as [(ThrottlingReason.Direction, ThrottlingReason.Cause, Bool, String)]
    )
    func `a reason is put together from what it says`(
        direction: ThrottlingReason.Direction,
        cause: ThrottlingReason.Cause,
        isIndex: Bool,
        text: String
    ) {
        #expect(ThrottlingReason(direction, cause, ofIndex: isIndex).rawValue == text)
    }

    @Test(arguments: ThrottlingReason.allCases)
    func `a reason tells what it was put together from`(reason: ThrottlingReason) {
        #expect(ThrottlingReason(reason.direction, reason.cause, ofIndex: reason.isOfIndex) == reason)
    }
}
