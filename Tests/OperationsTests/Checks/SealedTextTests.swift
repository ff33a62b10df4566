// Texts that clients hand back.

import ApusModel
import Testing

@testable import ApusOperations

struct SealedTextTests {
    private static func purpose(_ text: String) -> Fingerprint {
        var purpose = Fingerprint()
        purpose.add(text)
        return purpose
    }

    @Test(arguments: [[], [0], [1, 2, 3], Array(repeating: 255, count: 100)] as [[UInt8]])
    func `bytes come back from their text`(bytes: [UInt8]) {
        #expect(SealedText.open(SealedText.seal(bytes, for: Self.purpose("test")), for: Self.purpose("test")) == bytes)
    }

    @Test func `a text opens for its purpose only`() {
        let text = SealedText.seal([1, 2, 3], for: Self.purpose("test"))

        #expect(SealedText.open(text, for: Self.purpose("another")) == nil)
        #expect(SealedText.open(text, for: Self.purpose("")) == nil)
    }

    @Test(arguments: ["", "AAAA", "AAAAAAAAAAAA", "not base64", "é"])
    func `a text that was not sealed does not open`(text: String) {
        #expect(SealedText.open(text, for: Self.purpose("test")) == nil)
    }

    @Test func `a text that was changed does not open`() throws {
        let text = SealedText.seal([1, 2, 3], for: Self.purpose("test"))
        var sealed = try Array(text.utf8).withUnsafeBytes { try Base64.decode($0) }

        for position in sealed.indices {
            sealed[position] ^= 1
            #expect(SealedText.open(Base64.text(of: sealed), for: Self.purpose("test")) == nil)
            sealed[position] ^= 1
        }
        #expect(SealedText.open(Base64.text(of: Array(sealed.dropLast())), for: Self.purpose("test")) == nil)
    }
}
