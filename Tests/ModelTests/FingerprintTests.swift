// Fingerprints: equal for equal values, and different for others.

import ApusModel
import Testing

struct FingerprintTests {
    private static func fingerprint(_ value: AttributeValue) -> Fingerprint {
        var fingerprint = Fingerprint()
        fingerprint.add(value)
        return fingerprint
    }

    private static let values: [AttributeValue] = [
        "", "a", "b", 1, 1.5, -1, .bool(true), .bool(false), .null, .binary([]), .binary([97]), .list([]),
        .list(["a"]), .list(["a", "b"]), .list(["b", "a"]), .list([.list(["a"]), "b"]), .list([.list(["a", "b"])]),
        .map([:]), .map(["a": 1]), .map(["a": 1, "b": 2]), .map(["a": 2, "b": 1]), .map(["a1": ""]), .map(["a": "1"]),
        .stringSet(["a", "b"]), .stringSet(["ab"]), .numberSet([1, 2]), .binarySet([[97], [98]]),
    ]

    @Test func `different values have different fingerprints`() {
        for (position, value) in Self.values.enumerated() {
            for other in Self.values[..<position] {
                #expect(Self.fingerprint(value) != Self.fingerprint(other), "\(value) and \(other)")
            }
        }
    }

    @Test(
        arguments: [
            (.stringSet(["a", "b"]), .stringSet(["b", "a"])),
            (.map(["a": 1, "b": .list(["x"])]), .map(["b": .list(["x"]), "a": 1])),
            (.number(1.50), .number(Number(exactly: "15e-1") ?? 0)),
        ] as [(AttributeValue, AttributeValue)]
    )
    func `the order of names and of members of a set does not matter`(one: AttributeValue, other: AttributeValue) {
        #expect(Self.fingerprint(one) == Self.fingerprint(other))
    }

    /// The published value of FNV-1a with 128 bits for the single byte "a".
    @Test func `bytes are hashed by the published algorithm`() {
        var fingerprint = Fingerprint()
        fingerprint.add(UInt8(ascii: "a"))

        #expect(fingerprint.value == 0xD228_CB69_6F1A_8CAF_7891_2B70_4E4A_8964)
    }
}
