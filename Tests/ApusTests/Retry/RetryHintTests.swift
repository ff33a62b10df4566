// What answers say of when to come back.

import Testing

@testable import Apus

struct RetryHintTests {
    @Test(
        arguments: [
            ([:], nil),
            (["X-Amz-Retry-After": "1500"], .near(.milliseconds(1_500))),
            (["Retry-After": "7"], .atLeast(.seconds(7))),
            (["Retry-After": "7", "x-amz-retry-after": "20"], .near(.milliseconds(20))),
            (["x-amz-retry-after": "soon", "Retry-After": "7"], .atLeast(.seconds(7))),
            (["Retry-After": "-1"], nil),
            (["Retry-After": "99999999999999999999"], nil),
            (["Retry-After": "Sat, 28 Nov 2026 10:15:30 GMT"], nil),
            (
                ["Retry-After": "Sat, 28 Nov 2026 10:15:30 GMT", "Date": "Sat, 28 Nov 2026 10:15:00 GMT"],
                .atLeast(.seconds(30))
            ),
            (
                ["Retry-After": "Sat, 28 Nov 2026 10:14:00 GMT", "Date": "Sat, 28 Nov 2026 10:15:00 GMT"],
                .atLeast(.zero)
            ),
        ] as [(HeaderFields, RetryHint?)]
    )
    func `a hint is read from the headers`(headers: HeaderFields, hint: RetryHint?) {
        #expect(RetryHint(ClientAnswer(status: 503, headers: headers, body: [])) == hint)
    }

    @Test func `nobody is kept waiting for longer than a minute`() {
        #expect(RetryHint.atLeast(.seconds(3_600)).wait(insteadOf: .zero) == .seconds(60))
        #expect(RetryHint.atLeast(.seconds(3_600)).wait(insteadOf: .seconds(70)) == .seconds(70))
        #expect(RetryHint.near(.seconds(3_600)).wait(insteadOf: .seconds(1)) == .seconds(6))
    }
}
