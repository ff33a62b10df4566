// What the pull parser takes for JSON, and what it does not.

import ApusModel
import Testing

@testable import ApusWire

struct JSONReaderTests {
    private static let malformed = ServiceError.serialization(nil)

    @Test func `values are read as they come`() throws {
        let json = #" { "s" : "text" , "n" : -1.5e3 , "a" : [ true , false , null ] , "o" : { } } "#

        try json.read { reader in
            try reader.beginObject()
            #expect(try reader.nextName()?.text() == "s")
            #expect(try reader.readString() == "text")
            #expect(try reader.nextName()?.text() == "n")
            #expect(try reader.optionalInteger() == -1_500)
            #expect(try reader.nextName()?.text() == "a")
            try reader.beginArray()
            for expected in [true, false, nil] {
                #expect(try reader.nextElement())
                #expect(try reader.optionalBool() == expected)
            }
            #expect(try reader.nextElement() == false)
            #expect(try reader.nextName()?.text() == "o")
            try reader.skipValue()
            #expect(try reader.nextName() == nil)
            try reader.requireEnd()
        }
    }

    @Test(arguments: [
        "{}", " {\t}\r\n", #"{"a":1}"#, #"{"":""}"#, #"{"a":{"b":[{},[],"",0,true,false,null]}}"#, #"{"a":1,"a":2}"#,
        #"{"\u0061":1}"#, "{\"a\":\"\u{7F}\u{80}\u{10FFFF}\"}",
    ])
    func `a well-formed object is one`(json: String) {
        #expect(Array(json.utf8).isJSONObject)
    }

    @Test(arguments: [
        "", " ", "[]", "1", "\"a\"", "null", "{", "}", "{}}", "{} {}", "{},", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#,
        #"{,}"#,
        #"{"a":1 "b":2}"#, #"{a:1}"#, #"{'a':1}"#, #"{1:1}"#, #"{"a":[1,]}"#, #"{"a":[,1]}"#, #"{"a":[1 2]}"#,
        #"{"a":[1}"#,
        #"{"a":{]}"#, #"{"a":tru}"#, #"{"a":True}"#, #"{"a":nul}"#, #"{"a":nulll}"#, #"{"a":undefined}"#, #"{"a":1}//"#,
        "\u{FEFF}{}", "{\"a\":\"\n\"}", "{\"a\":\"\u{0}\"}", "{\"a\u{1F}\":1}", "{\u{A0}}", "{\u{C}}", "{\"a\":1}\0",
    ])
    func `whatever else is malformed`(json: String) {
        #expect(throws: Self.malformed) { try Array(json.utf8).withUnsafeBytes { try JSONReader.requireObject($0) } }
    }

    @Test func `an object cut off anywhere is malformed`() {
        let whole = Array(#"{"a":"x\"\\\u00e9\ud83d\ude00é","b":[-12.5e+10,true,false,null,{"c":{}}],"d":0}"#.utf8)

        #expect(whole.isJSONObject)
        for length in 0..<whole.count {
            let part = Array(whole[..<length])
            #expect(!part.isJSONObject, "the first \(length) bytes")
        }
    }

    @Test(arguments: [
        "0", "-0", "1", "10", "-1", "0.5", "1.25", "1e5", "1E5", "1e+5", "1e-5", "-0.0e-0",
        "123456789012345678901234567890",
    ])
    func `a number follows the grammar`(number: String) throws {
        #expect(Array("{\"a\":\(number)}".utf8).isJSONObject)
    }

    @Test(arguments: [
        "00", "01", "-", "+1", ".5", "1.", "-.5", "1e", "1e+", "1.e5", "0x1", "1_000", "--1", "NaN", "Infinity",
        "-Infinity", "1e5.5",
    ])
    func `a number in any other form is malformed`(number: String) {
        #expect(!Array("{\"a\":\(number)}".utf8).isJSONObject)
    }

    @Test func `objects and arrays nest up to a limit`() {
        func nested(_ levels: Int) -> [UInt8] {
            Array(
                ("{\"a\":" + String(repeating: "[", count: levels - 1) + String(repeating: "]", count: levels - 1) + "}")
                    .utf8
            )
        }

        #expect(nested(JSONReader.depthLimit).isJSONObject)
        #expect(!nested(JSONReader.depthLimit + 1).isJSONObject)
        #expect(!nested(100_000).isJSONObject)
    }

    @Test(arguments: [
        [0x80] as [UInt8], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xE2, 0x82],
        [0xC3, 0x28],
    ])
    func `bytes that are no UTF-8 are malformed in values and in names`(bytes: [UInt8]) {
        let (quote, colon) = (Array("\"".utf8), Array(":".utf8))
        let asValue = Array("{\"a\":\"".utf8) + bytes + Array("\"}".utf8)
        let asName = Array("{".utf8) + quote + bytes + quote + colon + Array("1}".utf8)
        let besideEscape = Array("{\"a\":\"\\n".utf8) + bytes + Array("\"}".utf8)

        #expect(!asValue.isJSONObject)
        #expect(!asName.isJSONObject)
        #expect(!besideEscape.isJSONObject)
    }
}
