// What a request asks of the form of its reply.

import ApusCompression
import NIOHTTP1
import Testing

@testable import ApusServer

struct ReplyFormTests {
    @Test(
        arguments: [
            ("application/x-amz-json-1.0", .amazonJSON), ("application/json", .json),
            ("application/json; charset=utf-8", .json),
            ("application/x-amz-json-1.0;x=y", .amazonJSON), ("Application/JSON", .json), ("application/json ", .json),
            ("application/x-amz-json-1.1", nil), ("text/plain", nil), ("", nil), ("json", nil), (";", nil),
        ] as [(String, APIContentType?)]
    )
    func `two media types are the API's`(header: String, type: APIContentType?) {
        #expect(APIContentType(["content-type": header]) == type)
    }

    @Test func `no content type is none of them`() {
        #expect(APIContentType([:]) == nil)
    }

    @Test(
        arguments: [
            ("gzip", .gzip), ("deflate", .deflate), ("gzip, deflate, br", .gzip), ("deflate, gzip", .gzip),
            ("GZIP", .gzip), ("gzip;q=0.5", .gzip),
            ("br;q=1.0,deflate;q=0.1", .deflate), ("identity", nil), ("br", nil), ("", nil), ("gzip;q=0", nil),
            ("gzip; q=0, deflate", .deflate),
            ("x-gzipped", nil), (nil, nil),
        ] as [(String?, Coding?)]
    )
    func `a large body is compressed as the request accepts it`(header: String?, coding: Coding?) {
        let headers = header.map { ["accept-encoding": $0] as HTTPHeaders } ?? [:]
        let form = ReplyForm(contentType: .json, headers: headers)

        #expect(form.coding(ofBytes: 4_097) == coding)
        #expect(form.coding(ofBytes: 4_096) == nil)
        #expect(form.coding(ofBytes: 0) == nil)
    }

    @Test func `a request from a page of another origin gets leave to read the reply`() {
        let with = ReplyForm(contentType: .json, headers: ["Origin": "http://localhost"])
        let without = ReplyForm(contentType: .json, headers: [:])
        var headers = HTTPHeaders()

        headers.addOriginHeaders()

        #expect(with.hasOrigin)
        #expect(!without.hasOrigin)
        #expect(headers.first(name: "access-control-allow-origin") == "*")
        #expect(headers.first(name: "access-control-expose-headers")?.contains("x-amzn-RequestId") ?? false)
    }
}
