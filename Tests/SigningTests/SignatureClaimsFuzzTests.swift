// Claims of signatures from whatever a network brings: refused or read, but never a trap.

import Testing

@testable import ApusSigning

struct SignatureClaimsFuzzTests {
    private static let header =
        "AWS4-HMAC-SHA256 Credential=AKIDX/20260301/eu-north-1/dynamodb/aws4_request, "
        + "SignedHeaders=host;x-amz-date, Signature=0123456789abcdef"
    private static let query =
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDX%2F20260301%2Feu-north-1%2Fdynamodb%2Faws4_request"
        + "&X-Amz-Date=20260301T101500Z&X-Amz-SignedHeaders=host&X-Amz-Signature=abc&X-Amz-Expires=60"
    private static let date = "20260301T101500Z"
    private static let expectations = SigningExpectations(
        now: SigningTime(secondsSince1970: 1_772_360_100),
        service: "dynamodb"
    )

    @Test(arguments: [UInt64(1), 2, 3])
    func `mutated headers and queries are refused or read`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<3_000 {
            let header = generator.mutated(Self.header)
            let query = Bool.random(using: &generator) ? "" : generator.mutated(Self.query)
            let date = generator.mutated(Self.date)
            let expectations = Bool.random(using: &generator) ? nil : Self.expectations

            let claims = try? SignatureClaims(query: query, expecting: expectations) { name in
                switch name {
                case "authorization": query.isEmpty ? header : nil
                case "x-amz-date": date
                default: nil
                }
            }

            if let claims { #expect(!claims.accessKeyID.isEmpty || !claims.region.isEmpty || claims.isPresigned) }
        }
    }
}

extension SeededGenerator {
    /// The text with up to four bytes changed, removed, added or doubled.
    fileprivate mutating func mutated(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 0...4, using: &self) where !bytes.isEmpty {
            let position = Int.random(in: bytes.indices, using: &self)
            switch Int.random(in: 0...3, using: &self) {
            case 0: bytes[position] = UInt8.random(in: 0...255, using: &self)
            case 1: bytes.remove(at: position)
            case 2: bytes.insert(UInt8(ascii: "%"), at: position)
            default: bytes.insert(contentsOf: bytes[position...].prefix(40), at: position)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
