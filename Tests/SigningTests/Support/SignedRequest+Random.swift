// Requests of chance: odd paths, reserved characters, spaces where none belong, letters of many alphabets.

@testable import ApusSigning

extension SignedRequest {
    /// A request without a signature.
    static func random(using generator: inout SeededGenerator) -> SignedRequest {
        SignedRequest(
            method: ["GET", "POST", "PUT", "DELETE", "HEAD"].randomElement(using: &generator)!,
            path: randomPath(using: &generator),
            query: randomQuery(using: &generator),
            headers: randomHeaders(using: &generator),
            body: randomBody(using: &generator)
        )
    }

    /// Text of a few pieces, some of which mean something to a path, a query or a header.
    static func randomText(_ counts: ClosedRange<Int>, using generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: counts, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }.joined()
    }

    private static let pieces =
        [
            "a", "Bc", "0-9", "_", ".", "..", "~", " ", "  ", "%", "%2F", "%2f", "%20", "%zz", "%c3%A9", "+", ",", ";",
            ":",
        ]
        + [
            "!", "$", "'", "(", ")", "*", "@", "\"", "\\", "[", "]", "^", "`", "{", "|", "}", "<", "é", "e\u{301}",
            "\u{301}",
        ]
        + ["ж", "漢", "😸"]

    private static func randomPath(using generator: inout SeededGenerator) -> String {
        let segments = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            ["", ".", "..", "a", randomText(0...4, using: &generator)].randomElement(using: &generator)!
        }
        return "/" + segments.joined(separator: "/")
    }

    private static func randomQuery(using generator: inout SeededGenerator) -> String {
        let parameters = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
            let name = ["", "a", "A", "a-b", randomText(0...3, using: &generator)].randomElement(using: &generator)!
            let value = ["", "=", "=/?", "==", "=" + randomText(0...3, using: &generator)]
            return name + value.randomElement(using: &generator)!
        }
        return parameters.joined(separator: "&")
    }

    private static func randomHeaders(using generator: inout SeededGenerator) -> [Header] {
        let names = ["Content-Type", "X-Amz-Target", "x-amz-meta", "Accept", "My-Header", "my-header", "User-Agent"]
        let others = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            let spaces = ["", " ", "  ", "\t "].randomElement(using: &generator)!
            let value = spaces + randomText(0...4, using: &generator) + spaces + randomText(0...1, using: &generator)
            return (name: names.randomElement(using: &generator)!, value: value)
        }
        let port = Int.random(in: 1...65_535, using: &generator)
        return ([(name: "Host", value: "127.0.0.1:\(port)")] + others).shuffled(using: &generator)
    }

    private static func randomBody(using generator: inout SeededGenerator) -> [UInt8] {
        let sizes = Int.random(in: 0..<100, using: &generator) == 0 ? 60_000...70_000 : 0...200
        let size = Bool.random(using: &generator) ? 0 : Int.random(in: sizes, using: &generator)
        return (0..<size).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    }
}
