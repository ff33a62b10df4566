// Requests of a client that signs them, for tests to alter.

import NIOCore
import NIOHTTP1

@testable import ApusServer

enum SampleCall {
    static let authorization =
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260301/eu-north-1/dynamodb/aws4_request, "
        + "SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=" + String(repeating: "0", count: 64)

    static func headers(_ operation: String) -> HTTPHeaders {
        [
            "host": "localhost:8000", "content-type": "application/x-amz-json-1.0",
            "x-amz-target": "DynamoDB_20120810.\(operation)", "x-amz-date": "20260301T101500Z",
            "authorization": authorization,
        ]
    }

    static func request(
        _ operation: String = "ListTables",
        uri: String = "/",
        body: String = "{}",
        altering alter: (inout HTTPHeaders) -> Void = { _ in }
    ) -> HTTPRequest {
        var headers = headers(operation)
        alter(&headers)
        return HTTPRequest(method: .POST, uri: uri, headers: headers, body: ByteBuffer(string: body))
    }
}
