// The form that a reply takes after what its request asks for.

import ApusCompression
import NIOHTTP1

/// The media types of the API; a reply has that of its request.
enum APIContentType: String {
    case amazonJSON = "application/x-amz-json-1.0"
    case json = "application/json"

    /// Nil for another media type, or none. Parameters behind a semicolon do not count.
    init?(_ headers: HTTPHeaders) {
        guard let text = headers.first(name: "content-type") else { return nil }
        if let exact = APIContentType(rawValue: text) {
            self = exact
            return
        }
        let mediaType = text.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        self.init(rawValue: mediaType)
    }

    var text: String { rawValue }
}

/// What the headers of a request say about its reply.
struct ReplyForm: Sendable {
    /// Smaller bodies are not worth compressing.
    private static let compressedFromBytes = 4_096

    let contentType: APIContentType
    private let acceptedCoding: Coding?
    /// Whether the request comes from a page of a browser.
    let hasOrigin: Bool

    init(contentType: APIContentType, headers: HTTPHeaders) {
        self.contentType = contentType
        acceptedCoding = headers.first(name: "accept-encoding").flatMap(Self.coding)
        hasOrigin = headers.contains(name: "origin")
    }

    private static func coding(acceptedBy header: String) -> Coding? {
        // The common header names no coding at all.
        if header == "identity" { return nil }
        let names = header.lowercased().split(separator: ",").compactMap { choice -> String? in
            let parts = choice.filter { $0 != " " }.split(separator: ";")
            // A weight of zero refuses the coding.
            return parts.dropFirst().contains("q=0") ? nil : parts.first.map(String.init)
        }
        return [Coding.gzip, .deflate].first { names.contains($0.rawValue) }
    }

    /// How to compress a body of so many bytes; nil to send it as it is.
    func coding(ofBytes count: Int) -> Coding? {
        count > Self.compressedFromBytes ? acceptedCoding : nil
    }
}

extension HTTPHeaders {
    /// Adds what lets a page of another origin read the reply.
    mutating func addOriginHeaders() {
        add(name: "Access-Control-Allow-Origin", value: "*")
        add(
            name: "Access-Control-Expose-Headers",
            value: "x-amzn-RequestId,x-amzn-ErrorType,x-amz-request-id,x-amz-id-2,x-amzn-ErrorMessage,Date"
        )
    }
}
