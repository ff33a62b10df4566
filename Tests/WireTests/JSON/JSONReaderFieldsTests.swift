// Members of a type: absent, of the right type, or refused in the deserializer's words.

import ApusModel
import Testing

@testable import ApusWire

struct JSONReaderFieldsTests {
    @Test(arguments: [("\"a\"", "a"), ("null", nil), ("\"\"", "")] as [(String, String?)])
    func `a string is one, or absent`(json: String, text: String?) throws {
        #expect(try json.read { try $0.optionalString() } == text)
    }

    @Test(
        arguments: [
            ("1", "NUMBER_VALUE cannot be converted to String"), ("-1", "NUMBER_VALUE cannot be converted to String"),
            ("1.5", "DECIMAL_VALUE cannot be converted to String"),
            ("1e5", "DECIMAL_VALUE cannot be converted to String"),
            ("true", "TRUE_VALUE cannot be converted to String"),
            ("false", "FALSE_VALUE cannot be converted to String"),
            ("{}", "Start of structure or map found where not expected"),
            ("[]", "Start of structure or map found where not expected"),
        ] as [(String, String)]
    )
    func `another value is no string`(json: String, message: String) {
        #expect(throws: ServiceError.serialization(message)) { try json.read { try $0.optionalString() } }
    }

    @Test(
        arguments: [
            ("0", 0), ("-7", -7), ("1.9", 1), ("-1.9", -1), ("1e3", 1_000), ("9223372036854775807", .max),
            ("9223372036854775808", .max), ("-9223372036854775809", .min), ("1e400", .max), ("-1e400", .min),
            ("null", nil),
        ] as [(String, Int?)]
    )
    func `an integer is cut to a whole one of 64 bits`(json: String, value: Int?) throws {
        #expect(try json.read { try $0.optionalInteger() } == value)
    }

    @Test(
        arguments: [
            ("\"1\"", "STRING_VALUE cannot be converted to Integer"),
            ("true", "TRUE_VALUE cannot be converted to Integer"),
            ("false", "FALSE_VALUE cannot be converted to Integer"),
            ("[1]", "Start of structure or map found where not expected"),
            ("{}", "Start of structure or map found where not expected"),
        ] as [(String, String)]
    )
    func `another value is no integer`(json: String, message: String) {
        #expect(throws: ServiceError.serialization(message)) { try json.read { try $0.optionalInteger() } }
    }

    @Test func `the refusal names the type that is wanted`() {
        #expect(throws: ServiceError.serialization("STRING_VALUE cannot be converted to Long")) {
            try "\"1\"".read { try $0.optionalInteger("Long") }
        }
    }

    @Test(
        arguments: [
            ("true", true), ("false", false), ("null", nil), ("\"true\"", true), ("\"FALSE\"", false),
            ("\"Yes\"", true),
            ("\"no\"", false), ("\"1\"", true), ("\"0\"", false),
        ] as [(String, Bool?)]
    )
    func `a boolean may be a word in a string`(json: String, value: Bool?) throws {
        #expect(try json.read { try $0.optionalBool() } == value)
    }

    @Test(
        arguments: [
            ("\"maybe\"", "Unexpected token received from parser"), ("\"\"", "Unexpected token received from parser"),
            ("1", "Unexpected token received from parser"),
            ("{}", "Start of structure or map found where not expected"),
            ("[]", "Start of structure or map found where not expected"),
        ] as [(String, String)]
    )
    func `another value is no boolean`(json: String, message: String) {
        #expect(throws: ServiceError.serialization(message)) { try json.read { try $0.optionalBool() } }
    }

    @Test(
        arguments: [("\"aGk=\"", [0x68, 0x69]), ("null", nil), ("\"\"", []), (#""aG\u006b=""#, [0x68, 0x69])]
            as [(String, [UInt8]?)]
    )
    func `a blob is base64 in a string`(json: String, bytes: [UInt8]?) throws {
        #expect(try json.read { try $0.optionalBlob() } == bytes)
    }

    @Test(arguments: ["1", "true", "[]", "{}"])
    func `another value is no blob`(json: String) {
        #expect(throws: ServiceError.serialization("only base-64-encoded strings are convertible to bytes")) {
            try json.read { try $0.optionalBlob() }
        }
    }

    @Test func `a null within a list of strings is refused, not left out`() throws {
        #expect(throws: ServiceError.serialization(nil)) {
            try #"["a",null,"b"]"#.read { try $0.optionalStrings() }
        }
        #expect(try "null".read { try $0.optionalStrings() } == nil)
    }

    @Test(
        arguments: [
            ("\"a\"", "Unrecognized collection type class java.lang.String"),
            ("{}", "Start of structure or map found where not expected"),
            ("1", "Unexpected field type"), ("true", "Unexpected field type"),
            ("[1]", "NUMBER_VALUE cannot be converted to String"),
        ] as [(String, String)]
    )
    func `another value is no list of strings`(json: String, message: String) {
        #expect(throws: ServiceError.serialization(message)) { try json.read { try $0.optionalStrings() } }
    }

    @Test(
        arguments: [
            ("[]", "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.Shape"),
            ("\"a\"", "Unexpected field type"), ("1", "Unexpected field type"), ("true", "Unexpected field type"),
            ("null", "Unexpected field type"),
        ] as [(String, String)]
    )
    func `another value is no structure`(json: String, message: String) {
        #expect(throws: ServiceError.serialization(message)) {
            try json.read { try $0.members(of: "Shape") { _, _ in } }
        }
    }

    @Test(
        arguments: [
            (
                "[]",
                "Unrecognized collection type "
                    + "java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>"
            ),
            ("\"a\"", "Unexpected field type"), ("1", "Unexpected field type"),
        ] as [(String, String)]
    )
    func `another value is no map`(json: String, message: String) {
        #expect(throws: ServiceError.serialization(message)) {
            try json.read { try $0.entries { _, reader throws(ServiceError) in try reader.skipValue() } }
        }
    }

    @Test(arguments: [
        #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, #"{"\u0061":1,"a":2}"#, #"{"x":1,"a":1,"y":2,"a":null}"#,
    ])
    func `a member that comes twice is malformed`(json: String) {
        #expect(throws: ServiceError.serialization(nil)) {
            try json.read { try $0.members(of: "Shape") { _, reader throws(ServiceError) in try reader.skipValue() } }
        }
        #expect(throws: ServiceError.serialization(nil)) {
            try json.read { try $0.entries { _, reader throws(ServiceError) in try reader.skipValue() } }
        }
    }

    @Test func `names of a map that are canonically equivalent are two`() throws {
        var names: [String] = []

        _ = try "{\"\u{E9}\":1,\"e\u{301}\":2}".read { reader in
            try reader.entries { name, reader throws(ServiceError) in
                names.append(name)
                try reader.skipValue()
            }
        }

        #expect(names.map { Array($0.utf8).count } == [2, 3])
    }

    @Test func `of many names one that comes twice is found`() {
        let members = (0..<200).map { "\"n\($0)\":0" } + ["\"n7\":0"]

        #expect(throws: ServiceError.serialization(nil)) {
            try "{\(members.joined(separator: ","))}".read { reader in
                try reader.entries { _, reader throws(ServiceError) in try reader.skipValue() }
            }
        }
    }
}
