// What a request asks for, and in which order its faults are told.

import ApusModel
import ApusWire
import NIOCore
import NIOHTTP1
import Testing

@testable import ApusServer

struct APICallTests {
    @Test func `a signed request names its operation and its region`() throws {
        let call = try call(SampleCall.request("GetItem"))

        #expect(call.operation == .getItem)
        #expect(call.region == "eu-north-1")
    }

    @Test func `a signature may stand in the query`() throws {
        let query =
            "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20260301%2Fus-west-2%2Fdynamodb%2Faws4_request"
            + "&X-Amz-Date=20260301T101500Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature="
            + String(repeating: "0", count: 64)

        let call = try call(SampleCall.request(uri: "/?\(query)") { $0.remove(name: "authorization") })

        #expect(call.region == "us-west-2")
    }

    @Test(arguments: ["DynamoDB_20120810.Nothing", "DynamoDBStreams_20120810.ListTables", "ListTables", ""])
    func `an unknown operation has no text`(target: String) {
        let request = SampleCall.request { $0.replaceOrAdd(name: "x-amz-target", value: target) }

        #expect(throws: ServiceError(.unknownOperation, nil)) { try call(request) }
    }

    @Test func `no operation is an unknown one`() {
        #expect(throws: ServiceError(.unknownOperation, nil)) {
            try call(SampleCall.request { $0.remove(name: "x-amz-target") })
        }
    }

    @Test(arguments: ["", "[]", "{", "x"])
    func `a body that is no object is told ahead of the operation and the signature`(body: String) {
        let unknown = SampleCall.request("Nothing", body: body)
        let unsigned = SampleCall.request(body: body) { $0.remove(name: "authorization") }

        #expect(throws: ServiceError.serialization(nil)) { try call(unknown) }
        #expect(throws: ServiceError.serialization(nil)) { try call(unsigned) }
    }

    @Test func `an unknown operation is told ahead of a missing signature`() {
        #expect(throws: ServiceError(.unknownOperation, nil)) {
            try call(SampleCall.request("Nothing") { $0.remove(name: "authorization") })
        }
    }

    @Test(
        arguments: [
            (nil, .missingAuthenticationToken), ("", .missingAuthenticationToken),
            ("Basic abc", .missingAuthenticationToken),
            ("AWS4-HMAC-SHA256 ", .incompleteSignature),
            ("AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=0", .incompleteSignature),
        ] as [(String?, ServiceError.Code)]
    )
    func `a signature that is missing or malformed is refused`(authorization: String?, code: ServiceError.Code) {
        let request = SampleCall.request { headers in
            headers.remove(name: "authorization")
            if let authorization { headers.add(name: "authorization", value: authorization) }
        }

        let error = #expect(throws: ServiceError.self) { try call(request) }

        #expect(error?.code == code)
    }

    @Test(arguments: ["", "eu$north", "eu%2Fnorth", String(repeating: "r", count: 65)])
    func `a region has the form of a name`(region: String) {
        let authorization = SampleCall.authorization.replacing("eu-north-1", with: region)

        let error = #expect(throws: ServiceError.self) {
            try call(SampleCall.request { $0.replaceOrAdd(name: "authorization", value: authorization) })
        }

        #expect(error?.code == .invalidSignature)
    }

    private func call(_ request: HTTPRequest) throws -> APICall {
        try request.body.withUnsafeReadableBytes { try APICall(request, body: $0) }
    }
}
