// Numbers from text, and back to text.

import Testing

@testable import ApusModel

struct NumberTextTests {
    @Test(
        arguments: [
            ("0", "0"), ("-0", "0"), ("+0", "0"), ("0.000", "0"), ("0e99999999999999999999", "0"), ("000", "0"),
            ("1", "1"), ("+1", "1"), ("-1", "-1"), ("1.0", "1"), ("1.", "1"), (".5", "0.5"), ("-.5", "-0.5"),
            ("0001.23", "1.23"), (".123", "0.123"), ("1.2300", "1.23"), ("100", "100"), ("0.001", "0.001"),
            ("1e0", "1"), ("1e+5", "100000"), ("1E5", "100000"), ("+1.0E3", "1000"), ("12e-1", "1.2"),
            ("12e-2", "0.12"), ("12e-3", "0.012"), ("1.5e1", "15"), ("1.5e0", "1.5"), ("1.5e-1", "0.15"),
            ("1e00005", "100000"), ("10000e-4", "1"), ("0.00001e5", "1"),
            ("18446744073709551615", "18446744073709551615"), ("18446744073709551616", "18446744073709551616"),
            ("100000000000000000001", "100000000000000000001"),
        ] as [(String, String)]
    )
    func `a number is answered in plain decimal without needless zeros`(text: String, plain: String) throws {
        let number = try Number(text)

        #expect(number.description == plain)
        #expect(try Number(plain) == number)
    }

    @Test(arguments: [
        " ", "a", "-", "+", ".", "-.", "e5", ".e5", "1e", "1e+", "1e-", "1e5.0", "1.2.3", "--1", "+-1", "1 ", " 1",
        "1_000", "1,5", "0x10", "NaN", "Infinity", "-inf", "1e5e5", "1-", "١", "1\u{0}", "²",
    ])
    func `text that is no number is named in the refusal`(text: String) {
        #expect(throws: ServiceError.validation("The parameter cannot be converted to a numeric value: \(text)")) {
            try Number(text)
        }
    }

    @Test func `an empty text is refused without a tail`() {
        #expect(throws: ServiceError.validation("The parameter cannot be converted to a numeric value")) {
            try Number("")
        }
    }

    @Test(arguments: [
        String(repeating: "9", count: 38),
        "-" + String(repeating: "9", count: 38),
        "1." + String(repeating: "1", count: 37),
        "0." + String(repeating: "3", count: 38),
    ])
    func `38 significant digits are kept`(text: String) throws {
        #expect(try Number(text).description == text)
    }

    @Test(arguments: [
        "000" + String(repeating: "7", count: 38) + "00",
        "0.000" + String(repeating: "7", count: 38) + "000",
        "1" + String(repeating: "0", count: 125),
    ])
    func `zeros in front and at the end are not significant`(text: String) throws {
        #expect(throws: Never.self) { try Number(text) }
    }

    @Test(arguments: [
        String(repeating: "9", count: 39),
        "1" + String(repeating: "0", count: 37) + "1",
        "1." + String(repeating: "1", count: 38),
        "-1" + String(repeating: "0", count: 60) + ".1",
        String(repeating: "123", count: 1_000),
        "1" + String(repeating: "0", count: 38) + "1e500",
    ])
    func `39 significant digits are too many`(text: String) {
        #expect(
            throws: ServiceError.validation("Attempting to store more than 38 significant digits in a Number")
        ) {
            try Number(text)
        }
    }

    @Test(arguments: ["1E126", "-1E126", "10E125", "1e99999999999999999999", "1" + String(repeating: "0", count: 126)])
    func `a magnitude above the range overflows`(text: String) {
        #expect(
            throws: ServiceError.validation(
                "Number overflow. Attempting to store a number with magnitude larger than supported range"
            )
        ) {
            try Number(text)
        }
    }

    @Test(arguments: ["1E-131", "-1E-131", "0.1E-130", "9.9E-131", "1e-99999999999999999999"])
    func `a magnitude below the range underflows`(text: String) {
        #expect(
            throws: ServiceError.validation(
                "Number underflow. Attempting to store a number with magnitude smaller than supported range"
            )
        ) {
            try Number(text)
        }
    }

    @Test func `the ends of the range have no exponent either`() throws {
        let nines = String(repeating: "9", count: 37)

        #expect(try Number("1E-130").description == "0." + String(repeating: "0", count: 129) + "1")
        #expect(try Number("1E125").description == "1" + String(repeating: "0", count: 125))
        #expect(try Number("9.\(nines)E125").description == "9\(nines)" + String(repeating: "0", count: 88))
        #expect(try Number("-9.\(nines)E-130").description == "-0." + String(repeating: "0", count: 129) + "9\(nines)")
    }

    @Test func `many zeros are undone by an exponent`() throws {
        let zeros = String(repeating: "0", count: 100_000)

        #expect(try Number("1\(zeros)e-100000") == 1)
        #expect(try Number("0.\(zeros)1e100001") == 1)
    }
}
