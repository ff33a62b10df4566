// Escapes in JSON strings.

import ApusModel
import Testing

@testable import ApusWire

struct JSONEscapesTests {
    @Test(
        arguments: [
            (#""\"\\\/""#, "\"\\/"), (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"), (#""\u0041""#, "A"),
            (#""\u00e9\u00E9""#, "éé"),
            (#""\u0000""#, "\u{0}"), (#""\uFFFF""#, "\u{FFFF}"), (#""\ud83d\ude00""#, "😀"), (#""\uD83D\uDE00""#, "😀"),
            (#""\uD800\uDC00""#, "\u{10000}"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"), (#""é\u0301x""#, "é\u{301}x"),
            (#""\\u0041""#, #"\u0041"#), (#""""#, ""),
        ] as [(String, String)]
    )
    func `an escape stands for a character`(json: String, text: String) throws {
        let read = try json.read { try $0.readString() }

        #expect(Array(read.utf8) == Array(text.utf8))
    }

    @Test(arguments: [
        #""\""#, #""\x""#, #""\a""#, #""\U0041""#, #""\u""#, #""\u004""#, #""\u004G""#, #""\u+041""#, #""\u 041""#,
        #""\ud83d""#, #""\ud83dx""#, #""\ud83d\n""#, #""\ud83d\u0041""#, #""\ud83d\ud83d""#, #""\ude00""#,
        #""\ude00\ud83d""#,
        #""\ud83d\u""#, #""\ud83d\ude0""#, "\"\\\u{0}\"", "\"\\\n\"", #""\u００４１""#, #""abc\"#, #""abc\u00"#,
    ])
    func `an escape in any other form is malformed`(json: String) {
        #expect(throws: ServiceError.serialization(nil)) { try json.read { try $0.readString() } }
    }

    @Test func `an escaped name is the name that it stands for`() throws {
        let request = try GetItemRequest.decode(#"{"\u0054ableName":"Cats","K\u0065y":{"i\u0064":{"\u0053":"tom"}}}"#)

        #expect(request.tableName == "Cats")
        #expect(try request.key?.checked() == ["id": "tom"])
    }
}
