// The digits of wide integers.

import Testing

@testable import ApusModel

struct DecimalDigitsTests {
    @Test func `every power of ten has one digit more than the number before it`() {
        for digits in 1...38 {
            let power = DecimalDigits.powersOfTen[digits]

            #expect(DecimalDigits.count(power) == digits + 1)
            #expect(DecimalDigits.count(power - 1) == digits)
        }
    }

    @Test(
        arguments: [
            (0 as UInt128, 1), (9, 1), (10, 2), (UInt128(UInt64.max), 20), (UInt128(UInt64.max) + 1, 20), (.max, 39),
        ] as [(UInt128, Int)]
    )
    func `digits are counted`(value: UInt128, count: Int) {
        #expect(DecimalDigits.count(value) == count)
    }

    @Test(arguments: [(0 as UInt128, 0 as UInt128, 0), (7, 7, 0), (1_200, 12, 2)] as [(UInt128, UInt128, Int)])
    func `zeros at the end are taken off`(value: UInt128, trimmed: UInt128, zeros: Int) {
        let result = DecimalDigits.trimmingTrailingZeros(value)

        #expect(result.value == trimmed)
        #expect(result.zeros == zeros)
    }

    @Test func `zeros at the end of the widest numbers are taken off`() {
        for zeros in 0...38 {
            let result = DecimalDigits.trimmingTrailingZeros(3 * DecimalDigits.powersOfTen[zeros])

            #expect(result.value == 3)
            #expect(result.zeros == zeros)
        }
    }

    @Test(arguments: [
        0 as UInt128, 5, 10, 1_000_000_000_000_000_000, UInt128(UInt64.max), UInt128(UInt64.max) + 1,
        10_000_000_000_000_000_000_000_000_000_000_000_000, .max,
    ])
    func `digits are written without zeros in front`(value: UInt128) {
        var bytes: [UInt8] = Array("x".utf8)

        DecimalDigits.appendText(of: value, to: &bytes)

        #expect(String(decoding: bytes, as: UTF8.self) == "x\(value)")
    }
}
