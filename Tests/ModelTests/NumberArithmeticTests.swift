// Exact sums and differences, and those that do not fit.

import Testing

@testable import ApusModel

struct NumberArithmeticTests {
    private static let nines = String(repeating: "9", count: 38)

    @Test(
        arguments: [
            ("1", "2", "3"), ("0", "5", "5"), ("5", "0", "5"), ("0", "0", "0"), ("1", "-1", "0"), ("-1", "-2", "-3"),
            ("0.1", "0.2", "0.3"), ("1.5", "-2", "-0.5"), ("-1.5", "2", "0.5"), ("100", "0.01", "100.01"),
            ("1E37", "1", "1" + String(repeating: "0", count: 36) + "1"), ("5", "5", "10"), ("99.5", "0.5", "100"),
            ("1E38", "-" + nines, "1"), (nines, "1", "1" + String(repeating: "0", count: 38)),
            ("1E125", "-1E125", "0"), ("1E-130", "1E-130", "0." + String(repeating: "0", count: 129) + "2"),
            ("12345678901234567890", "98765432109876543210", "111111111011111111100"),
        ] as [(String, String, String)]
    )
    func `a sum is exact`(left: String, right: String, sum: String) throws {
        let (mine, theirs) = (try Number(left), try Number(right))

        #expect(try mine.adding(theirs).description == sum)
        #expect(try theirs.adding(mine).description == sum)
    }

    @Test(
        arguments: [
            ("3", "2", "1"), ("2", "3", "-1"), ("0", "5", "-5"), ("5", "0", "5"), ("0", "0", "0"), ("-1", "-1", "0"),
            ("1", "0.1", "0.9"), ("0.1", "1", "-0.9"), ("1E20", "1", "99999999999999999999"), ("-5", "3", "-8"),
        ] as [(String, String, String)]
    )
    func `a difference is exact`(left: String, right: String, difference: String) throws {
        #expect(try Number(left).subtracting(Number(right)).description == difference)
    }

    @Test(
        arguments: [
            ("1E50", "1"), ("1E38", "1"), ("1E125", "1E-130"), ("1", "1E-130"), (nines, "0.1"),
            ("9.\(nines.dropLast())E125", "1E125"),
            ("-9.\(nines.dropLast())E125", "-1E88"), ("5E125", "5E125"), ("1E39", "-" + nines),
        ] as [(String, String)]
    )
    func `a sum that needs more than 38 digits or is too large overflows`(left: String, right: String) {
        #expect(throws: Number.overflow) { try Number(left).adding(Number(right)) }
    }

    @Test func `a difference that is too small underflows`() {
        #expect(throws: Number.underflow) { try Number("1.2E-130").subtracting(Number("1.1E-130")) }
    }
}
