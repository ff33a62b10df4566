// The remembered keys.

import Testing

@testable import ApusSigning

struct SigningKeysTests {
    @Test func `never more keys are remembered than the limit`() {
        let keys = SigningKeys(limit: 8)
        for number in 0..<100 {
            _ = keys.key(secretAccessKey: "\(number)", scope: Self.scope)

            #expect(keys.count <= 8)
        }
    }

    @Test func `a remembered key signs as a new one does`() {
        let keys = SigningKeys(limit: 4)
        for secret in ["a", "b", "a", "c", "d", "e", "a", "b", "b"] {
            let key = keys.key(secretAccessKey: secret, scope: Self.scope)

            #expect(signature(by: key) == signature(by: SigningKey(secretAccessKey: secret, scope: Self.scope)))
        }
    }

    @Test func `many threads may ask at once`() async {
        let keys = SigningKeys(limit: 4)
        let expected = (0..<6).map { signature(by: SigningKey(secretAccessKey: "\($0)", scope: Self.scope)) }

        await withTaskGroup { group in
            for number in 0..<600 {
                group.addTask {
                    let key = keys.key(secretAccessKey: "\(number % 6)", scope: Self.scope)
                    #expect(signature(by: key) == expected[number % 6])
                }
            }
        }

        #expect(keys.count <= 4)
    }

    private static let scope = CredentialScope(date: "20260301", region: "eu-north-1", service: "dynamodb")

    private func signature(by key: SigningKey) -> HexDigest {
        key.signature(of: [1, 2, 3], at: SigningTime(secondsSince1970: 0), scope: Self.scope)
    }
}
