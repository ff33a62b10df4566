// Items as lines.

import ApusModel
import Testing

@testable import ApusCommand

struct ItemPrinterTests {
    private static let item: Item = [
        "s": "é\n\"", "n": 12.50, "b": .binary([0, 1, 255]), "t": true, "z": .null, "l": [1, "x", []],
        "m": ["k": ["d": 1]], "ss": .stringSet(["a", "b"]), "ns": .numberSet([1, 2]), "bs": .binarySet([[1], [2]]),
    ]

    @Test func `plain JSON says sets as lists and bytes as base64`() {
        let text = String(decoding: ItemPrinter.plainLine(Self.item), as: UTF8.self)

        #expect(
            text == #"{"s":"é\n\"","n":12.5,"b":"AAH/","t":true,"z":null,"l":[1,"x",[]],"m":{"k":{"d":1}},"#
                + #""ss":["a","b"],"ns":[1,2],"bs":["AQ==","Ag=="]}"# + "\n"
        )
    }

    @Test func `typed JSON is read back as the same item`() throws {
        let schema = KeySchema(partition: KeyAttribute(name: "s", type: .string))
        let line = String(decoding: ItemPrinter.typedLine(Self.item).dropLast(), as: UTF8.self)

        #expect(try ItemText.item(line, keySchema: schema) == Self.item)
    }

    @Test(arguments: ["99999999999999999999999999999999999999", "-1e-130", "9.9e125", "0.1", "0"])
    func `numbers keep every digit in plain JSON`(text: String) throws {
        let schema = KeySchema(partition: KeyAttribute(name: "n", type: .number))
        let item: Item = ["n": .number(try Number(text))]

        #expect(try ItemText.item(item.plainJSON, keySchema: schema) == item)
    }
}
