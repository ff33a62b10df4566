// What makes a transaction that is sent again the same one.

import ApusModel
import ApusStorage

/// A token that a caller has given a transaction, and what it says of the transaction.
package struct RequestToken: Sendable {
    let key: [UInt8]
    let fingerprint: Fingerprint

    /// - Parameter fingerprint: that of all parameters that must be the same when the transaction is sent again.
    package init(_ text: String, in region: String, fingerprint: Fingerprint) {
        key = KeySpace.requestToken(text, in: region)
        self.fingerprint = fingerprint
    }
}

/// What is stored of a transaction that has taken effect. Written down in docs/formats/tokens.md.
struct RequestTokenRecord: Equatable {
    let finishTime: Timestamp
    let fingerprint: Fingerprint

    private static let version: UInt8 = 1
    private static let byteCount = 25

    init(finishTime: Timestamp, fingerprint: Fingerprint) {
        self.finishTime = finishTime
        self.fingerprint = fingerprint
    }

    var bytes: [UInt8] {
        var bytes = [Self.version]
        bytes.appendInteger(finishTime.milliseconds)
        bytes.appendInteger(fingerprint.value)
        return bytes
    }

    init(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
        guard bytes.count == Self.byteCount, bytes[0] == Self.version else {
            throw .damaged(file: "a request token", detail: "its bytes do not fit the format")
        }
        finishTime = Timestamp(milliseconds: bytes[1..<9].reduce(0) { $0 << 8 | Int64($1) })
        fingerprint = Fingerprint(value: bytes[9...].reduce(0) { $0 << 8 | UInt128($1) })
    }

    /// Whether the token still stands for its transaction.
    func counts(at now: Timestamp) -> Bool {
        now < finishTime.advanced(by: Limits.requestTokenLifetime)
    }
}
