// Bytes as properties.

import Apus
import ApusModel
import Foundation
import Testing

struct AttributeBytesTests {
    private struct Upload: Codable, Equatable {
        @AttributeBytes var checksum: [UInt8]
        var plain: [UInt8]
        var maybe: AttributeBytes?
    }

    @Test func `wrapped bytes are stored as B, plain ones as a list`() throws {
        let upload = Upload(checksum: [1, 2], plain: [3], maybe: AttributeBytes(wrappedValue: []))

        let item = try ItemEncoder().encode(upload)

        #expect(item == ["checksum": .binary([1, 2]), "plain": [3], "maybe": .binary([])])
        #expect(try ItemDecoder().decode(Upload.self, from: item) == upload)
    }

    @Test func `other coders take Base64 text`() throws {
        let upload = Upload(checksum: [255, 0], plain: [3])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]

        let data = try encoder.encode(upload)

        #expect(String(decoding: data, as: UTF8.self) == #"{"checksum":"/wA=","plain":[3]}"#)
        #expect(try JSONDecoder().decode(Upload.self, from: data) == upload)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([AttributeBytes].self, from: Data(#"["/w"]"#.utf8))
        }
    }

    @Test func `bytes that code themselves by hand are stored as B`() throws {
        struct Direct: Codable, Equatable {
            var bytes: AttributeBytes

            init(_ bytes: [UInt8]) { self.bytes = AttributeBytes(wrappedValue: bytes) }
            init(from decoder: any Decoder) throws { bytes = try AttributeBytes(from: decoder) }
            func encode(to encoder: any Encoder) throws { try bytes.encode(to: encoder) }
        }

        #expect(try ItemEncoder().encodeValue(Direct([9])) == .binary([9]))
        #expect(try ItemDecoder().decodeValue(Direct.self, from: .binary([9])) == Direct([9]))
    }
}
