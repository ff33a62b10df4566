// Checks signatures as AWS describes them in public; it shares no line with the module that it checks.

import Crypto
import Foundation

/// A service that knows one secret, and accepts what was signed with it for its region and name.
struct SignatureChecker {
    let secretAccessKey: String
    let region: String
    let service: String
    /// Whether paths are signed as they stand, as S3 wants it.
    var keepsPath = false

    /// Whether the request bears a header of Signature Version 4 that its every part agrees with.
    func accepts(_ request: SignedRequest) -> Bool {
        guard let authorization = request.values(of: "authorization").first,
            let match = authorization.wholeMatch(of: Self.authorizationForm),
            let time = request.values(of: "x-amz-date").first
        else { return false }
        let (credential, names, signature) = (match.1, match.2, match.3)
        let signedHeaders = Self.parts(of: String(names), separatedBy: ";")
        guard
            Self.parts(of: String(credential), separatedBy: "/").dropFirst().joined(separator: "/") == scope(of: time),
            mustBeSigned(in: request).isSubset(of: signedHeaders), signedHeaders == signedHeaders.sorted()
        else { return false }
        let canonicalRequest = canonicalRequest(of: request, signedHeaders: signedHeaders)
        return signature == self.signature(of: stringToSign(canonicalRequest, time: time), time: time)
    }

    func canonicalRequest(of request: SignedRequest, signedHeaders: [String]) -> String {
        let headers = signedHeaders.map { name in
            "\(name):" + request.values(of: name).map(Self.trimmed).joined(separator: ",") + "\n"
        }
        return [
            request.method, canonicalPath(request.path), Self.canonicalQuery(request.query), headers.joined(),
            signedHeaders.joined(separator: ";"), Self.hexadecimal(SHA256.hash(data: request.body)),
        ].joined(separator: "\n")
    }

    func stringToSign(_ canonicalRequest: String, time: String) -> String {
        let hash = Self.hexadecimal(SHA256.hash(data: Data(canonicalRequest.utf8)))
        return ["AWS4-HMAC-SHA256", time, scope(of: time), hash].joined(separator: "\n")
    }

    func signature(of stringToSign: String, time: String) -> String {
        let parts = [String(time.prefix(8)), region, service, "aws4_request"]
        let key = parts.reduce(Data("AWS4\(secretAccessKey)".utf8)) { Self.code(of: $1, key: $0) }
        return Self.hexadecimal(Self.code(of: stringToSign, key: key))
    }

    private static var authorizationForm: Regex<(Substring, Substring, Substring, Substring)> {
        /AWS4-HMAC-SHA256 Credential=([^, ]+), ?SignedHeaders=([^, ]+), ?Signature=([0-9a-f]{64})/
    }

    private func scope(of time: String) -> String {
        "\(time.prefix(8))/\(region)/\(service)/aws4_request"
    }

    /// The service wants the host signed, the type of the content, and all headers of its own.
    private func mustBeSigned(in request: SignedRequest) -> Set<String> {
        let names = request.headers.map { $0.name.lowercased() }
        return Set(names.filter { $0.hasPrefix("x-amz-") || $0 == "content-type" }).union(["host"])
    }

    private func canonicalPath(_ path: String) -> String {
        var kept: [String] = []
        for segment in Self.parts(of: path, separatedBy: "/") where keepsPath || !["", "."].contains(segment) {
            if segment == "..", !keepsPath { kept = kept.dropLast() } else { kept.append(segment) }
        }
        let escaped = kept.map { Self.escaped(Array($0.utf8)) }.joined(separator: "/")
        if keepsPath { return escaped }
        return "/" + escaped + (path.utf8.last == UInt8(ascii: "/") && !kept.isEmpty ? "/" : "")
    }

    private static func canonicalQuery(_ query: String) -> String {
        let parameters = parts(of: query, separatedBy: "&").filter { !$0.isEmpty }.map { parameter in
            let sides = parts(of: parameter, separatedBy: "=")
            return (escaped(unescaped(sides[0])), escaped(unescaped(sides.dropFirst().joined(separator: "="))))
        }
        // Escaped text is ASCII, and so in the order of its bytes.
        return parameters.sorted { $0 < $1 }.map { "\($0)=\($1)" }.joined(separator: "&")
    }

    private static func escaped(_ bytes: [UInt8]) -> String {
        bytes.map { plain.contains($0) ? String(UnicodeScalar($0)) : "%" + hexadecimal([$0]).uppercased() }.joined()
    }

    private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)

    private static func unescaped(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let first = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            // A sign would pass for a digit.
            if first == UInt8(ascii: "%"), digits.allSatisfy(\.isHexDigit), let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(first)
            }
        }
        return bytes
    }

    private static func trimmed(_ value: String) -> String {
        let words = value.unicodeScalars.split { $0 == " " || $0 == "\t" }
        return words.map(String.init).joined(separator: " ")
    }

    /// Splits at scalars: a letter with an accent of its own code would hide a separator before the accent.
    private static func parts(of text: String, separatedBy separator: Unicode.Scalar) -> [String] {
        text.unicodeScalars.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }

    private static func code(of text: String, key: Data) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: key)))
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
