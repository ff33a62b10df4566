// Attribute values out of JSON, and what is wrong with them.

import ApusModel
import Testing

@testable import ApusWire

struct JSONReaderAttributesTests {
    private static let empty = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
    private static let several =
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"
    private static let invalid = "One or more parameter values were invalid: "
    private static let tooDeep =
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit"

    @Test(
        arguments: [
            (#"{"S":"x"}"#, "x"), (#"{"S":""}"#, ""), (#"{"N":"1.50e1"}"#, 15),
            (#"{"B":"aGk="}"#, .binary([0x68, 0x69])),
            (#"{"B":""}"#, .binary([])), (#"{"BOOL":true}"#, true), (#"{"BOOL":"false"}"#, false),
            (#"{"NULL":true}"#, .null),
            (#"{"SS":["a",""]}"#, .stringSet(["a", ""])), (#"{"NS":["1","2"]}"#, .numberSet([1, 2])),
            (#"{"BS":["aGk=",""]}"#, .binarySet([[0x68, 0x69], []])),
            (#"{"L":[]}"#, []), (#"{"L":[{"S":"a"},{"L":[{"N":"1"}]}]}"#, ["a", [1]]), (#"{"M":{}}"#, [:]),
            (#"{"M":{"a":{"M":{"b":{"BOOL":false}}}}}"#, ["a": ["b": false]]),
            (#"{"S":"x","N":null,"Unknown":[1]}"#, "x"),
        ] as [(String, AttributeValue)]
    )
    func `a value is of the type that its member names`(json: String, value: AttributeValue) throws {
        #expect(try json.read { try $0.attributeValue().checked() } == value)
    }

    @Test(
        arguments: [
            ("{}", empty), (#"{"X":1}"#, empty), (#"{"S":null}"#, empty), (#"{"s":"a"}"#, empty),
            (#"{"S":"a","N":"1"}"#, several), (#"{"L":[],"M":{}}"#, several), (#"{"NULL":true,"BOOL":true}"#, several),
            (#"{"NULL":false}"#, "\(invalid)Null attribute value types must have the value of true"),
            (#"{"SS":[]}"#, "\(invalid)An string set  may not be empty"),
            (#"{"NS":[]}"#, "\(invalid)An number set  may not be empty"),
            (#"{"BS":[]}"#, "\(invalid)Binary sets should not be empty"),
            (#"{"SS":["a","b","a"]}"#, "\(invalid)Input collection [a, b, a] contains duplicates."),
            (#"{"NS":["1","1.0"]}"#, "Input collection contains duplicates"),
            (#"{"BS":["Yg==","Yg=="]}"#, "\(invalid)Input collection [Yg==, Yg==]of type BS contains duplicates."),
            (#"{"N":"b"}"#, "The parameter cannot be converted to a numeric value: b"),
            (#"{"N":""}"#, "The parameter cannot be converted to a numeric value"),
            (#"{"NS":["1","x"]}"#, "The parameter cannot be converted to a numeric value: x"),
            (
                #"{"N":"1E126"}"#,
                "Number overflow. Attempting to store a number with magnitude larger than supported range"
            ),
            (
                #"{"N":"1E-131"}"#,
                "Number underflow. Attempting to store a number with magnitude smaller than supported range"
            ),
        ] as [(String, String)]
    )
    func `a faulty value is refused in the service's words`(json: String, message: String) throws {
        let top = try json.read { try $0.attributeValue() }
        let inList = try "{\"L\":[{\"S\":\"ok\"},\(json)]}".read { try $0.attributeValue() }
        let inMap = try "{\"a\":{\"M\":{\"b\":\(json)}}}".read { try #require(try $0.optionalAttributes()) }

        #expect(top.fault == .validation(message))
        #expect(inList.fault == .validation(message))
        #expect(inMap.fault == .validation(message))
        #expect(throws: ServiceError.validation(message)) { try inMap.checked() }
    }

    @Test(
        arguments: [
            (#"{"a":{"N":"x"},"b":{"SS":[]}}"#, "The parameter cannot be converted to a numeric value: x"),
            (#"{"b":{"SS":[]},"a":{"N":"x"}}"#, "\(invalid)An string set  may not be empty"),
            (#"{"a":{"L":[{},{"N":"x"}]}}"#, empty),
            (#"{"a":{"S":"x","N":"y"}}"#, "The parameter cannot be converted to a numeric value: y"),
            (#"{"a":{"NS":["x","x"]}}"#, "The parameter cannot be converted to a numeric value: x"),
        ] as [(String, String)]
    )
    func `of several faults the first one is told`(json: String, message: String) throws {
        let item = try json.read { try #require(try $0.optionalAttributes()) }

        #expect(item.fault == .validation(message))
    }

    @Test(
        arguments: [
            (#"{"S":1}"#, "NUMBER_VALUE cannot be converted to String"),
            (#"{"N":1}"#, "NUMBER_VALUE cannot be converted to String"),
            (#"{"N":1.5}"#, "DECIMAL_VALUE cannot be converted to String"),
            (#"{"S":true}"#, "TRUE_VALUE cannot be converted to String"),
            (#"{"B":1}"#, "only base-64-encoded strings are convertible to bytes"),
            (#"{"B":"a"}"#, "Base64 encoded length is expected a multiple of 4 bytes but found: 1"),
            (#"{"BOOL":"maybe"}"#, "Unexpected token received from parser"),
            (#"{"BOOL":1}"#, "Unexpected token received from parser"),
            (#"{"SS":"a"}"#, "Unrecognized collection type class java.lang.String"),
            (#"{"SS":[1]}"#, "NUMBER_VALUE cannot be converted to String"),
            (#"{"L":{}}"#, "Start of structure or map found where not expected"),
            (#"{"L":["a"]}"#, "Unexpected field type"),
            (#"{"M":1}"#, "Unexpected field type"), (#""a""#, "Unexpected field type"), ("1", "Unexpected field type"),
            ("[]", "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue"),
        ] as [(String, String)]
    )
    func `a member of the wrong type is refused at once`(json: String, message: String) {
        #expect(throws: ServiceError.serialization(message)) { try json.read { try $0.attributeValue() } }
    }

    @Test(arguments: [31, 32, 33, 200])
    func `lists and maps nest 32 levels deep`(levels: Int) throws {
        let lists =
            String(repeating: #"{"L":["#, count: levels) + #"{"S":"x"}"# + String(repeating: "]}", count: levels)
        let maps =
            String(repeating: #"{"M":{"a":"#, count: levels) + #"{"S":"x"}"# + String(repeating: "}}", count: levels)

        for json in [lists, maps] {
            let value = try json.read { try $0.attributeValue() }

            #expect(value.fault == (levels > 32 ? .validation(Self.tooDeep) : nil))
        }
    }

    @Test func `the name of an attribute has 1 to 65,535 bytes`() throws {
        func fault(_ name: String) throws -> ServiceError? {
            try "{\"\(name)\":{\"S\":\"x\"}}".read { try #require(try $0.optionalAttributes()) }.fault
        }

        #expect(try fault("") == .validation("Empty attribute name"))
        #expect(try fault(String(repeating: "n", count: 65_535)) == nil)
        #expect(try fault(String(repeating: "n", count: 65_536)) != nil)
    }

    @Test func `attributes that come twice are malformed`() {
        #expect(throws: ServiceError.serialization(nil)) {
            try #"{"a":{"S":"x"},"a":{"S":"y"}}"#.read { try $0.optionalAttributes() }
        }
    }
}
