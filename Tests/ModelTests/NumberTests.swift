// The normal form of numbers, and their order.

import Testing

@testable import ApusModel

struct NumberTests {
    @Test func `numbers stand in the order of their values`() throws {
        let texts = [
            "-9.9999999999999999999999999999999999999E125", "-1E125", "-1000", "-999.9", "-12", "-11", "-2", "-1.5",
            "-1",
            "-0.1", "-0.09", "-1E-129", "-1.0000000000000000000000000000000000001E-130", "-1E-130", "0", "1E-130",
            "1.0000000000000000000000000000000000001E-130", "1E-129", "0.09", "0.1", "1",
            "1.0000000000000000000000000000000000001", "1.5", "2", "9.9999999999999999999999999999999999999", "10",
            "10.5", "11", "12", "99", "100", "123456789", "123456790", "1E20", "100000000000000000001", "1E38", "1E125",
            "9.9999999999999999999999999999999999999E125",
        ]

        let numbers = try texts.map { try Number($0) }

        for (left, mine) in numbers.enumerated() {
            for (right, theirs) in numbers.enumerated() {
                #expect((mine < theirs) == (left < right), "\(texts[left]) against \(texts[right])")
                #expect((mine == theirs) == (left == right))
            }
        }
    }

    @Test(
        arguments: [
            ("1", "1.0"), ("1", "1e0"), ("1000", "1E3"), ("0", "-0"), ("0", "0e10"), ("0.5", "5e-1"), ("120", "12e1"),
        ] as [(String, String)]
    )
    func `spellings of one value are equal and hash alike`(left: String, right: String) throws {
        let (mine, theirs) = (try Number(left), try Number(right))

        #expect(mine == theirs)
        #expect(Set([mine, theirs]).count == 1)
        #expect(!(mine < theirs) && !(theirs < mine))
    }

    @Test(arguments: [0, 1, -1, 10, 120, Int.max, Int.min])
    func `an integer is the number that its text says`(value: Int) throws {
        let number = Number(value)

        #expect(number == (try Number("\(value)")))
        #expect(number.description == "\(value)")
    }

    @Test(
        arguments: [
            ("0", 0), ("1", 0), ("9.99", 0), ("10", 1), ("-12", 1), ("0.1", -1), ("0.012", -2), ("1E-130", -130),
            ("1E125", 125),
        ] as [(String, Int)]
    )
    func `the magnitude is the power of ten of the first digit`(text: String, magnitude: Int) throws {
        #expect(try Number(text).magnitude == magnitude)
    }

    @Test func `parts are brought to normal form`() throws {
        let number = try Number(coefficient: 1_200, exponent: -1, isNegative: true)

        #expect(number == (try Number("-120")))
        #expect(number.coefficient == 12)
        #expect(number.exponent == 1)
    }

    @Test func `parts of zero have neither exponent nor sign`() throws {
        #expect(try Number(coefficient: 0, exponent: 40, isNegative: true) == .zero)
    }

    @Test func `the widest coefficient is refused unless zeros end it`() {
        let limit = DecimalDigits.powersOfTen[38]

        #expect(throws: Number.tooManyDigits) { try Number(coefficient: limit + 1, exponent: 0, isNegative: false) }
        #expect(throws: Number.tooManyDigits) { try Number(coefficient: .max, exponent: 0, isNegative: false) }
        #expect(throws: Never.self) { try Number(coefficient: limit, exponent: 0, isNegative: false) }
    }
}
