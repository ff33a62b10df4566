// Words of YAML that are not quoted.

import Testing

@testable import ApusCommand

struct PlainScalarTests {
    @Test(arguments: ["", "~", "null", "Null", "NULL"])
    func `nothing has five forms`(text: String) {
        #expect(PlainScalar(text) == .null)
    }

    @Test(arguments: [("true", true), ("True", true), ("TRUE", true), ("false", false), ("FALSE", false)])
    func `truth values are called so`(text: String, value: Bool) {
        #expect(PlainScalar(text) == .bool(value))
    }

    @Test(arguments: [
        ("0", "0"), ("42", "42"), ("-7", "-7"), ("+7", "7"), ("007", "7"), ("-00", "-0"), ("0.50", "0.50"),
        (".5", "0.5"), ("-.5", "-0.5"), ("5.", "5"), ("1e3", "1e3"), ("1.5E-3", "1.5e-3"), ("2.e+4", "2e+4"),
        ("0x1F", "31"), ("0o17", "15"), ("18446744073709551615", "18446744073709551615"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
    ])
    func `a number is written as JSON has it`(text: String, digits: String) {
        #expect(PlainScalar(text) == .number(digits))
    }

    @Test(arguments: [
        "yes", "no", "on", "off", "nULL", "tRUE", "2026-01-01", "2026-01-01T00:00:00Z", "1:30", "1_000", "90s", "-",
        "+", ".", "-.", "e5", ".e5", "1e", "1 2", "0x", "0x-1", "0xG", "0o8", "0x+1", ".inf", "-.INF", ".nan", "٣", "=",
    ])
    func `all else is text`(text: String) {
        #expect(PlainScalar(text) == .text)
    }
}
