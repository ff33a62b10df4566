// Strings as DynamoDB sees them: sequences of UTF-8 bytes, never of characters.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

// Swift's own `==` and `<` compare characters: "é" in one code point equals "é" in two. DynamoDB keeps the two apart.
// Inlinable: every name and every string goes through these, in all modules.
extension String {
    /// Whether both strings have the same UTF-8 bytes.
    @inlinable
    package func hasSameBytes(as other: String) -> Bool {
        utf8.count == other.utf8.count && compareBytes(with: other) == 0
    }

    /// Whether this string stands before the other in the order of unsigned UTF-8 bytes.
    @inlinable
    package func precedesInBytes(_ other: String) -> Bool {
        compareBytes(with: other) < 0
    }

    /// Below zero, zero or above zero, as this string stands before, at or after the other.
    @inlinable
    package func compareBytes(with other: String) -> Int {
        withBytes { mine in other.withBytes { theirs in mine.compare(with: theirs) } }
    }

    /// Lends the UTF-8 bytes without a copy where the string is native.
    @inlinable
    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        if let result = try utf8.withContiguousStorageIfAvailable({ try body(UnsafeRawBufferPointer($0)) }) {
            return result
        }
        return try Array(utf8).withUnsafeBytes(body)
    }
}

extension UnsafeRawBufferPointer {
    /// Below zero, zero or above zero, in the order of unsigned bytes; a prefix stands first.
    @inlinable
    package func compare(with other: UnsafeRawBufferPointer) -> Int {
        let shared = Swift.min(count, other.count)
        if shared > 0 {
            let order = memcmp(baseAddress!, other.baseAddress!, shared)
            if order != 0 { return Int(order) }
        }
        return count - other.count
    }
}

extension Array where Element == UInt8 {
    /// Below zero, zero or above zero, in the order of unsigned bytes; a prefix stands first.
    @inlinable
    package func compareBytes(with other: [UInt8]) -> Int {
        withUnsafeBytes { mine in other.withUnsafeBytes { theirs in mine.compare(with: theirs) } }
    }
}
