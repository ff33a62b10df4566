// JSON as it is written.

import ApusModel
import Testing

@testable import ApusWire

struct JSONWriterTests {
    @Test func `commas stand between members and elements, and nowhere else`() {
        let json = written { writer in
            writer.object { writer in
                writer.name("a")
                writer.array { writer in
                    writer.integer(1)
                    writer.object { _ in }
                    writer.array { _ in }
                    writer.bool(false)
                }
                writer.name("b")
                writer.object { writer in
                    writer.name("c")
                    writer.string("x")
                }
                writer.name("d")
                writer.value(Array("[1]".utf8))
                writer.name("e")
                Array("hi".utf8).withUnsafeBytes { writer.blob($0) }
            }
        }

        #expect(json == #"{"a":[1,{},[],false],"b":{"c":"x"},"d":[1],"e":"aGk="}"#)
    }

    @Test(
        arguments: [
            ("", #""""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t", #""\n\r\t""#),
            ("\u{0}\u{1F}\u{8}", #""\u0000\u001f\u0008""#),
            ("é😀\u{7F}\u{2028}", "\"é😀\u{7F}\u{2028}\""), ("\"", #""\"""#), ("a\n", #""a\n""#), ("\na", #""\na""#),
        ] as [(String, String)]
    )
    func `a string is escaped only where it must be`(text: String, json: String) {
        #expect(written { $0.string(text) } == json)
    }

    @Test func `a name is escaped like a string`() {
        #expect(
            written { writer in
                writer.object {
                    $0.name("a\"\n" as String); $0.integer(1)
                }
            } == #"{"a\"\n":1}"#
        )
    }

    @Test func `every character comes back`() throws {
        let text = (0..<0x300).map { String(Unicode.Scalar(UInt32($0))!) }.joined() + "\u{FFFF}\u{10FFFF}"

        let read = try written { $0.string(text) }.read { try $0.readString() }

        #expect(read.hasSameBytes(as: text))
    }

    @Test(
        arguments: [(0.5, "0.5"), (1, "1.0"), (12, "12.0"), (100.5, "100.5"), (40_000, "40000.0")] as [(Double, String)]
    )
    func `a number of units keeps its fraction`(value: Double, json: String) {
        #expect(written { $0.double(value) } == json)
    }

    @Test(
        arguments: [
            (0 as Int64, "0.000"), (1, "0.001"), (1_000, "1.000"), (1_691_234_567_123, "1691234567.123"),
            (1_691_234_567_010, "1691234567.010"),
        ] as [(Int64, String)]
    )
    func `a time is in seconds, to the millisecond`(milliseconds: Int64, json: String) {
        #expect(written { $0.timestamp(Timestamp(milliseconds: milliseconds)) } == json)
    }

    @Test func `an integer is plain`() {
        #expect(written { $0.integer(.min) } == "-9223372036854775808")
    }
}
