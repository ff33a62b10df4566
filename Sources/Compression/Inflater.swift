// Decompresses a whole body.

/// Decompresses whole bodies, up to a limit.
package enum Inflater {
    /// The decompressed bytes of a body, of which there may be as many as the limit and no more.
    package static func inflate(
        _ bytes: UnsafeRawBufferPointer,
        as coding: Coding,
        limit limitBytes: Int
    ) throws(CompressionError) -> [UInt8] {
        guard !bytes.isEmpty else { throw .empty }
        var stream = InflateStream(wrapper(of: bytes, as: coding))
        var input = bytes
        var inflated: [UInt8] = []
        while let piece = try stream.next(&input) {
            guard piece.count <= limitBytes - inflated.count else { throw .overLimit }
            inflated.append(contentsOf: piece)
        }
        try stream.finish()
        return inflated
    }

    package static func inflate(
        _ bytes: [UInt8],
        as coding: Coding,
        limit limitBytes: Int
    ) throws(CompressionError) -> [UInt8] {
        try bytes.withUnsafeBufferPointer { (buffer) throws(CompressionError) in
            try inflate(UnsafeRawBufferPointer(buffer), as: coding, limit: limitBytes)
        }
    }

    private static func wrapper(of bytes: UnsafeRawBufferPointer, as coding: Coding) -> InflateStream.Wrapper {
        switch coding {
        case .gzip: .gzip
        case .deflate: isZlibWrapped(bytes) ? .zlib : .none
        }
    }

    // RFC 1950: the low half of the first byte is 8, and the first two bytes are together a multiple of 31. A raw
    // stream that begins like this would be a stored block with padding that is not zero, which nobody writes.
    private static func isZlibWrapped(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let first = bytes.first, first & 15 == 8 else { return false }
        // A lone byte is a wrapped stream that was cut short.
        return bytes.count == 1 || (Int(first) << 8 | Int(bytes[1])) % 31 == 0
    }
}
