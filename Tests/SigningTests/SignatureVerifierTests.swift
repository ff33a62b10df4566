// Random requests: signed ones are accepted by the checker and by the verifier, and changed ones by neither.

import Testing

@testable import ApusSigning

struct SignatureVerifierTests {
    private static let requestsPerSeed = 400

    @Test(arguments: [UInt64(20_260_301), 2, 3, 4])
    func `a signed request is accepted as it was signed and with no byte changed`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var changesWithoutMeaning = 0
        for number in 0..<Self.requestsPerSeed {
            let signing = Signing.random(using: &generator)
            let request = signing.signed(SignedRequest.random(using: &generator))

            let verdicts = signing.verdicts(on: request)

            guard verdicts == Verdicts(checker: true, verifier: true) else {
                Issue.record("seed \(seed), request \(number): \(verdicts) on \(request)")
                return
            }
            for part in SignedPart.allCases {
                let changed = part.changed(in: request, using: &generator)
                let isHarmless = part.hasManySpellings && signing.readsAlike(changed, request)

                let verdicts = signing.verdicts(on: changed)

                changesWithoutMeaning += isHarmless ? 1 : 0
                guard verdicts == Verdicts(checker: isHarmless, verifier: isHarmless) else {
                    Issue.record("seed \(seed), request \(number), \(part): \(verdicts) on \(changed)")
                    return
                }
            }
        }

        #expect(changesWithoutMeaning < Self.requestsPerSeed / 4)
    }
}

/// What the two who check signatures say of a request.
private struct Verdicts: Equatable {
    let checker: Bool
    let verifier: Bool
}

/// A caller's keys, and the service that the caller speaks to.
private struct Signing {
    let credentials: Credentials
    let region: String
    let service: String
    let time: SigningTime

    static func random(using generator: inout SeededGenerator) -> Signing {
        let hasToken = Bool.random(using: &generator)
        return Signing(
            credentials: Credentials(
                accessKeyID: "AKID\(generator.next())",
                secretAccessKey: SignedRequest.randomText(0...20, using: &generator),
                sessionToken: hasToken ? SignedRequest.randomText(0...30, using: &generator) : nil
            ),
            region: ["eu-north-1", "us-east-1", "local"].randomElement(using: &generator)!,
            service: ["dynamodb", "sts"].randomElement(using: &generator)!,
            time: SigningTime(secondsSince1970: Int64.random(in: 0...4_102_444_800, using: &generator))
        )
    }

    private var checker: SignatureChecker {
        SignatureChecker(secretAccessKey: credentials.secretAccessKey, region: region, service: service)
    }

    func signed(_ request: SignedRequest) -> SignedRequest {
        var request = request
        request.headers += RequestSigner(region: region, service: service)
            .sign(signable(request), with: credentials, at: time)
        return request
    }

    func verdicts(on request: SignedRequest) -> Verdicts {
        Verdicts(checker: checker.accepts(request), verifier: isVerified(request))
    }

    /// Whether two requests have one canonical form, as the checker sees it.
    func readsAlike(_ one: SignedRequest, _ other: SignedRequest) -> Bool {
        let forms = [one, other].map { request in
            let names = Set(request.headers.map { $0.name.lowercased() }).subtracting(["authorization", "user-agent"])
            return Array(checker.canonicalRequest(of: request, signedHeaders: names.sorted()).utf8)
        }
        return forms[0] == forms[1]
    }

    private func isVerified(_ request: SignedRequest) -> Bool {
        do throws(SigningFault) {
            let claims = try SignatureClaims(query: request.query) { request.values(of: $0).first }
            try SignatureVerifier()
                .verify(claims, of: signable(request), secretAccessKey: credentials.secretAccessKey)
            return true
        } catch {
            return false
        }
    }

    private func signable(_ request: SignedRequest) -> SignableRequest {
        SignableRequest(
            method: request.method,
            path: request.path,
            query: request.query,
            headers: request.headers,
            payloadHash: HexDigest(of: request.body)
        )
    }
}
