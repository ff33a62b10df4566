// Attribute values, items and numbers with other coders, in the API's typed form.

import Apus
import ApusModel
import Foundation
import Testing

struct AttributeValueCodableTests {
    private static let forms: [(AttributeValue, String)] = [
        ("text", #"{"S":"text"}"#),
        (-12.5, #"{"N":"-12.5"}"#),
        (
            .number(Number(exactly: "12345678901234567890123456789012345678")!),
            #"{"N":"12345678901234567890123456789012345678"}"#
        ),
        (.binary([1, 2, 3]), #"{"B":"AQID"}"#),
        (true, #"{"BOOL":true}"#),
        (.null, #"{"NULL":true}"#),
        ([1, ["a"]], #"{"L":[{"N":"1"},{"L":[{"S":"a"}]}]}"#),
        (["a": ["b": .null]], #"{"M":{"a":{"M":{"b":{"NULL":true}}}}}"#),
        (.stringSet(["a"]), #"{"SS":["a"]}"#),
        (.numberSet([1.5]), #"{"NS":["1.5"]}"#),
        (.binarySet([[255]]), #"{"BS":["\/w=="]}"#),
    ]

    @Test(arguments: forms)
    func `a value has its typed form in JSON`(_ value: AttributeValue, _ text: String) throws {
        #expect(String(decoding: try JSONEncoder().encode(value), as: UTF8.self) == text)
        #expect(try JSONDecoder().decode(AttributeValue.self, from: Data(text.utf8)) == value)
    }

    @Test(arguments: forms)
    func `a value that codes itself by hand passes untouched`(_ value: AttributeValue, _ text: String) throws {
        #expect(try ItemEncoder().encodeValue(Direct(value: value)) == value)
        #expect(try ItemDecoder().decodeValue(Direct.self, from: value).value == value)
    }

    @Test func `items and numbers have their typed form in JSON`() throws {
        let raw = Raw(value: [true], map: ["x": 1], number: 2.5, absent: nil, null: .null)

        let data = try JSONEncoder().encode(raw)

        #expect(try JSONDecoder().decode(Raw.self, from: data) == raw)
        #expect(String(decoding: try JSONEncoder().encode(raw.map), as: UTF8.self) == #"{"x":{"N":"1"}}"#)
        #expect(String(decoding: try JSONEncoder().encode(raw.number), as: UTF8.self) == #"{"N":"2.5"}"#)
    }

    @Test func `a property list takes the typed form, too`() throws {
        for (value, _) in Self.forms {
            let data = try PropertyListEncoder().encode(value)
            #expect(try PropertyListDecoder().decode(AttributeValue.self, from: data) == value)
        }
    }

    @Test(arguments: [
        "{}", #"{"S":"a","N":"1"}"#, #"{"X":"a"}"#, #"{"N":1}"#, #"{"N":"one"}"#, #"{"NS":["1","x"]}"#,
        #"{"B":"?"}"#, #"{"BS":["A"]}"#, #""text""#,
    ])
    func `a form that is none is refused`(_ text: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(AttributeValue.self, from: Data(text.utf8))
        }
    }

    @Test func `a value of another type is no number`() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Number.self, from: Data(#"{"S":"1"}"#.utf8))
        }
    }

    private struct Direct: Codable {
        var value: AttributeValue

        init(value: AttributeValue) { self.value = value }
        init(from decoder: any Decoder) throws { value = try AttributeValue(from: decoder) }
        func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
    }
}
