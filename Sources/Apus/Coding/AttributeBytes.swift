// Bytes that are stored as such.

import ApusModel

/// Stores an array of bytes as B, where the plain array would become a list of numbers.
///
///     struct Upload: Codable {
///         var id: String
///         @AttributeBytes var checksum: [UInt8]
///     }
///
/// With other coders it takes the form of Base64 text.
@propertyWrapper
public struct AttributeBytes: Hashable, Sendable {
    /// The bytes.
    public var wrappedValue: [UInt8]

    /// Wraps bytes.
    public init(wrappedValue: [UInt8]) {
        self.wrappedValue = wrappedValue
    }
}

extension AttributeBytes: Codable {
    /// Writes B, or Base64 text to another coder than apus's.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if encoder is ValueEncoding {
            try container.encode(AttributeValue.binary(wrappedValue))
        } else {
            try container.encode(Base64.text(of: wrappedValue))
        }
    }

    /// Reads B, or Base64 text from another coder than apus's.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if decoder is ValueDecoding {
            self = try container.decode(AttributeBytes.self)
        } else {
            self.init(wrappedValue: try Base64Text(try container.decode(String.self), at: decoder.codingPath).bytes)
        }
    }
}

/// Base64 text that another coder read.
struct Base64Text {
    let bytes: [UInt8]

    init(_ text: String, at path: [any CodingKey]) throws {
        do {
            bytes = try text.withBytes { bytes in try Base64.decode(bytes) }
        } catch {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: path, debugDescription: "The text is no Base64")
            )
        }
    }
}
