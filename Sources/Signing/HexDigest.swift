// The SHA-256 of some bytes, in hexadecimal digits.

import Crypto

/// A digest as signatures write it: 64 hexadecimal digits in lower case.
package struct HexDigest: Equatable, Sendable {
    package let digits: [UInt8]

    package init(of bytes: UnsafeRawBufferPointer) {
        var hash = SHA256()
        hash.update(bufferPointer: bytes)
        self.init(hash.finalize())
    }

    package init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { HexDigest(of: $0) }
    }

    init(_ digest: some Sequence<UInt8>) {
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for byte in digest {
            digits.append(Self.digit(byte >> 4))
            digits.append(Self.digit(byte & 15))
        }
        self.digits = digits
    }

    package var text: String { String(decoding: digits, as: UTF8.self) }

    /// Compares in a time that does not tell where the two differ.
    func isEqualInConstantTime(to other: Substring.UTF8View) -> Bool {
        guard other.count == digits.count else { return false }
        var difference: UInt8 = 0
        for (mine, theirs) in zip(digits, other) { difference |= mine ^ theirs }
        return difference == 0
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
