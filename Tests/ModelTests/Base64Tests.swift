// Blobs as base64, and back.

import Testing

@testable import ApusModel

struct Base64Tests {
    // The examples of RFC 4648, and the ends of the alphabet.
    @Test(
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] as [(String, String)]
    )
    func `bytes and their text stand for each other`(bytes: String, text: String) throws {
        #expect(encoded(Array(bytes.utf8)) == text)
        #expect(try decoded(text) == Array(bytes.utf8))
    }

    @Test func `all letters of the alphabet are known`() throws {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

        #expect(encoded(try decoded(alphabet)) == alphabet)
        #expect(try decoded("////") == [0xFF, 0xFF, 0xFF])
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `random bytes come back`(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &chance) }

            #expect(try decoded(encoded(bytes)) == bytes)
        }
    }

    @Test(arguments: ["A", "AA", "AAA", "AAAAA", "Zg=", "="])
    func `a length that is no multiple of 4 is refused`(text: String) {
        #expect(
            throws: ServiceError.serialization(
                "Base64 encoded length is expected a multiple of 4 bytes but found: \(text.utf8.count)"
            )
        ) {
            try decoded(text)
        }
    }

    @Test(arguments: ["Zh==", "Zm9=", "////Zx==", "AB=="])
    func `bits beyond the last byte are refused`(text: String) {
        #expect(throws: ServiceError.serialization("Invalid last non-pad Base64 character dectected")) {
            try decoded(text)
        }
    }

    @Test(arguments: ["Zg==Zg==", "Z===", "====", "=AAA", "A=AA", "AA=A", "Zm-_", "Zm 9", "Zm\n9", "Zmé="])
    func `an unknown letter or padding out of place is refused`(text: String) {
        #expect(throws: ServiceError.self) { try decoded(text) }
    }

    private func encoded(_ bytes: [UInt8]) -> String {
        Base64.text(of: bytes)
    }

    private func decoded(_ text: String) throws -> [UInt8] {
        try Array(text.utf8).withUnsafeBytes { try Base64.decode($0) }
    }
}
