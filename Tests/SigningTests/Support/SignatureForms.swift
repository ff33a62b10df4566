// Requests with the forms and signatures that others give them, as the files of Tests/Signatures hold them.

import Foundation
import Testing

/// A file of requests that one pair of keys signs.
struct SignatureForms: Decodable {
    let accessKeyID: String
    let secretAccessKey: String
    let region: String
    let service: String
    let time: String
    let requests: [SignatureForm]

    /// The vectors that AWS publishes.
    static let published = read("published")
    /// What botocore makes of odd requests.
    static let botocore = read("botocore")

    private static func read(_ name: String) -> SignatureForms {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = tests.appending(path: "Signatures/\(name).json")
        do {
            return try JSONDecoder().decode(SignatureForms.self, from: Data(contentsOf: file))
        } catch {
            preconditionFailure("the forms are read from \(file.path()): \(error)")
        }
    }
}

/// One request, and all that leads to its signature.
struct SignatureForm: Decodable, CustomTestStringConvertible {
    let name: String
    let method: String
    let path: String
    let query: String
    /// Pairs of a name and a value, without the date and the token that are signed with.
    let headers: [[String]]
    let body: String
    let sessionToken: String?
    let keepsPath: Bool?
    let canonicalRequest: String
    let stringToSign: String
    let signature: String

    var testDescription: String { name }

    /// The names in the last line but one.
    var signedHeaders: String {
        canonicalRequest.components(separatedBy: "\n").dropLast().last ?? ""
    }

    /// The request with all its headers.
    func request(at time: String) -> SignedRequest {
        let token = sessionToken.map { [(name: "X-Amz-Security-Token", value: $0)] } ?? []
        return SignedRequest(
            method: method,
            path: path,
            query: query,
            headers: headers.map { (name: $0[0], value: $0[1]) } + [(name: "X-Amz-Date", value: time)] + token,
            body: Array(body.utf8)
        )
    }
}
