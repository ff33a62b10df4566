// Numbers of DynamoDB as numbers of Swift, and back.

import Apus
import ApusModel
import Foundation
import Testing

struct NumberConversionsTests {
    private func number(_ text: String) throws -> Number {
        try #require(Number(exactly: text))
    }

    @Test(
        arguments: [
            ("0", 0), ("-128", -128), ("127", 127), ("128", nil), ("-129", nil), ("1.5", nil), ("1e1", 10),
            ("1e125", nil),
            ("1e-130", nil), ("256", nil), ("-256", nil), ("1e38", nil),
        ] as [(String, Int8?)]
    )
    func `a number is an Int8 where it fits exactly`(_ text: String, _ expected: Int8?) throws {
        #expect(Int8(exactly: try number(text)) == expected)
    }

    @Test func `the bounds of wide integers are exact`() throws {
        #expect(UInt64(exactly: try number("18446744073709551615")) == .max)
        #expect(UInt64(exactly: try number("18446744073709551616")) == nil)
        #expect(UInt64(exactly: try number("-1")) == nil)
        #expect(UInt64(exactly: try number("-0")) == 0)
        #expect(Int64(exactly: try number("-9223372036854775808")) == .min)
        #expect(UInt128(exactly: try number("3e38")) == 3 * UInt128(exactly: try number("1e38"))!)
        #expect(UInt128(exactly: try number("4e38")) == nil)
        #expect(Int128(exactly: try number("-1.7e38")) == -17 * Int128(exactly: try number("1e37"))!)
        #expect(Int128(exactly: try number("-1.8e38")) == nil)
    }

    @Test func `an integer is a number where 38 digits suffice`() throws {
        #expect(Number(exactly: UInt64.max) == (try number("18446744073709551615")))
        #expect(Number(exactly: Int8.min) == -128)
        #expect(Number(exactly: Int128.min) == nil)
        #expect(Number(exactly: -Int128(1) << 100) == (try number("-1267650600228229401496703205376")))
    }

    @Test(arguments: [
        (0.1, "0.1"), (-0.0, "0"), (100, "100"), (1e23, "1e23"), (123456789012345680, "123456789012345680"),
        (0x1p-431, "1.8033161362862765e-130"), (0x1p418, "6.769213120412146e+125"),
    ])
    func `a Double has the fewest digits that tell it`(_ value: Double, _ text: String) throws {
        #expect(Number(exactly: value) == (try number(text)))
        #expect(Double(try number(text)) == value)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e126, 1e-131, .leastNonzeroMagnitude])
    func `a Double that DynamoDB cannot hold is no number`(_ value: Double) {
        #expect(Number(exactly: value) == nil)
    }

    @Test(arguments: UInt64(1)...5)
    func `numbers come back from Double, Decimal and integers`(_ seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        for _ in 0..<2_000 {
            let double =
                Double(sign: .plus, exponent: .random(in: -400...400, using: &chance), significand: 1)
                * Double.random(in: -2...2, using: &chance)
            #expect(try Double(#require(Number(exactly: double))) == double)
            let float = Float(double)
            if float.isNormal { #expect(try Float(number("\(float)")) == float) }

            let digits = String(Int128.random(in: -(1 << 126)...(1 << 126), using: &chance))
            #expect(try Int128(exactly: number(digits)) == Int128(digits))
            let text = "\(digits)e\(Int.random(in: -128...80, using: &chance))"
            let decimal = try #require(Decimal(try number(text)))
            #expect(Number(decimal) == (try number(text)))
        }
    }

    @Test(arguments: UInt64(1)...3)
    func `a Double is the one nearest to any number`(_ seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        for _ in 0..<2_000 {
            let coefficient = Int.random(in: -(1 << 54)...(1 << 54), using: &chance)
            let text = "\(coefficient)e\(Int.random(in: -30...30, using: &chance))"

            #expect(Double(try number(text)) == Double(text))
            #expect(Float(try number(text)) == Float(text))
        }
    }

    @Test func `a Decimal is a number where both can hold it`() throws {
        #expect(Number(Decimal.nan) == nil)
        #expect(Number(Decimal.greatestFiniteMagnitude) == nil)
        #expect(Number(try #require(Decimal(string: "1e-128"))) == (try number("1e-128")))
        #expect(Decimal(try number("1e-129")) == nil)
        #expect(Decimal(try number("1e125"))?.description == "1" + String(repeating: "0", count: 125))
    }
}
