// What attribute values hold, as plain Swift values.

import Apus
import ApusModel
import Foundation
import Testing

struct AttributeValueAccessTests {
    private static let values: [AttributeValue] = [
        "a", 12, .binary([1]), true, .null, [1], ["a": 1], .stringSet(["a"]), .numberSet([1]), .binarySet([[1]]),
    ]

    /// The types of the values that an accessor answers for.
    private func types(_ answers: (AttributeValue) -> Bool) -> [AttributeType] {
        Self.values.filter(answers).map(\.type)
    }

    @Test func `each accessor answers for its own type alone`() {
        #expect(types { $0.asString != nil } == [.string])
        #expect(types { $0.asNumber != nil } == [.number])
        #expect(types { $0.asInt != nil } == [.number])
        #expect(types { $0.asDouble != nil } == [.number])
        #expect(types { $0.asDecimal != nil } == [.number])
        #expect(types { $0.asData != nil } == [.binary])
        #expect(types { $0.asBytes != nil } == [.binary])
        #expect(types { $0.asBool != nil } == [.bool])
        #expect(types { $0.isNull } == [.null])
        #expect(types { $0.asList != nil } == [.list])
        #expect(types { $0.asMap != nil } == [.map])
        #expect(types { $0.asStringSet != nil } == [.stringSet])
        #expect(types { $0.asNumberSet != nil } == [.numberSet])
        #expect(types { $0.asBinarySet != nil } == [.binarySet])
    }

    @Test func `an accessor answers with what the value holds`() {
        #expect(AttributeValue("a").asString == "a")
        #expect(AttributeValue(12.5).asNumber == 12.5)
        #expect(AttributeValue(12).asInt == 12)
        #expect(AttributeValue(12.5).asInt == nil)
        #expect(AttributeValue(12.5).asDouble == 12.5)
        #expect(AttributeValue(12.5).asDecimal == Decimal(string: "12.5"))
        #expect(AttributeValue.binary([1]).asData == Data([1]))
        #expect(AttributeValue.binary([1]).asBytes == [1])
        #expect(AttributeValue(true).asBool == true)
        #expect(AttributeValue.list([1]).asList == [1])
        #expect(AttributeValue.map(["a": 1]).asMap == ["a": 1])
        #expect(AttributeValue.stringSet(["a"]).asStringSet == ["a"])
        #expect(AttributeValue.numberSet([1]).asNumberSet == [1])
        #expect(AttributeValue.binarySet([[1]]).asBinarySet == [[1]])
    }
}
