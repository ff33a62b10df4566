// The keys that sign the requests of a day, remembered.

import Crypto
import Synchronization

/// The key of one secret for one day, region and service.
struct SigningKey: Sendable {
    // The state after the key has been taken in: each signature starts from a copy of it.
    private let start: HMAC<SHA256>

    init(secretAccessKey: String, scope: CredentialScope) {
        var key = SymmetricKey(data: Array("AWS4\(secretAccessKey)".utf8))
        for part in [scope.date, scope.region, scope.service, scope.terminator] {
            key = SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Array(part.utf8), using: key))
        }
        start = HMAC(key: key)
    }

    /// The signature of a request's canonical form.
    func signature(of canonicalBytes: [UInt8], at time: SigningTime, scope: CredentialScope) -> HexDigest {
        var stringToSign = Array("\(SignatureClaims.algorithm)\n\(time.text)\n\(scope.text)\n".utf8)
        stringToSign += HexDigest(of: canonicalBytes).digits
        var code = start
        code.update(data: stringToSign)
        return HexDigest(code.finalize())
    }
}

/// Remembers the keys last used, at most `limit` of them; any thread may ask.
package final class SigningKeys: Sendable {
    private struct Name: Hashable {
        let secretAccessKey: String
        let scope: CredentialScope
    }

    // Two generations: when the younger is full it becomes the older, and the older is forgotten.
    private struct Generations {
        var younger: [Name: SigningKey] = [:]
        var older: [Name: SigningKey] = [:]
    }

    private let generations = Mutex(Generations())
    private let generationLimit: Int

    package init(limit: Int = 1_024) {
        precondition(limit >= 2, "the keys need room for two")
        generationLimit = limit / 2
    }

    func key(secretAccessKey: String, scope: CredentialScope) -> SigningKey {
        let name = Name(secretAccessKey: secretAccessKey, scope: scope)
        if let key = remembered(name) { return key }
        let key = SigningKey(secretAccessKey: secretAccessKey, scope: scope)
        remember(key, as: name)
        return key
    }

    /// How many keys are remembered.
    var count: Int {
        generations.withLock { $0.younger.count + $0.older.count }
    }

    private func remembered(_ name: Name) -> SigningKey? {
        let (young, old) = generations.withLock { ($0.younger[name], $0.older[name]) }
        if let young { return young }
        if let old { remember(old, as: name) }
        return old
    }

    private func remember(_ key: SigningKey, as name: Name) {
        generations.withLock { generations in
            if generations.younger.count >= generationLimit {
                generations.older = generations.younger
                generations.younger = [:]
            }
            generations.older[name] = nil
            generations.younger[name] = key
        }
    }
}
