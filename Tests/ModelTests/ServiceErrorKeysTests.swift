// The refusals of values that cannot be keys.

import ApusModel
import Testing

@Suite struct ServiceErrorKeysTests {
    @Test(
        arguments: [
            (.string(""), "string"), (.binary([]), "binary"), (.string(" "), nil), (.binary([0]), nil),
            (.list([]), nil),
            (.number(0), nil),
        ] as [(AttributeValue, String?)]
    )
    func `only texts and bytes are empty as keys`(value: AttributeValue, kind: String?) {
        #expect(value.emptyKind == kind)
    }

    @Test func `a key that is too long may name its index`() {
        let start = "One or more parameter values were invalid: "

        #expect(
            ServiceError.partitionKeyTooLong()
                == .validation(start + "Size of hashkey has exceeded the maximum size limit of2048 bytes")
        )
        #expect(
            ServiceError.sortKeyTooLong(ofIndex: "byAge")
                == .validation(
                    start + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes "
                        + "for IndexName: byAge"
                )
        )
    }
}
