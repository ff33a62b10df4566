// Reads gzip of any length in bounded memory.

/// Decompresses gzip that comes in chunks: after each `feed`, ask for `next` until it has no more.
///
/// At the end of the input `finish` says whether it was whole. Memory is one chunk and one piece.
package struct GzipReader: ~Copyable {
    private var stream = InflateStream(.gzip)
    private var chunk: [UInt8] = []
    private var offset = 0

    package init() {}

    /// Hands in the next chunk of the input, once `next` has answered nil to the one before.
    package mutating func feed(_ chunk: [UInt8]) {
        precondition(offset == self.chunk.count, "a chunk is fed when the one before is used up")
        self.chunk = chunk
        offset = 0
    }

    /// The next piece of the output, never an empty one; nil when another chunk is wanted.
    package mutating func next() throws(CompressionError) -> [UInt8]? {
        while let piece = try step() {
            if !piece.isEmpty { return piece }
        }
        return nil
    }

    /// Refuses input that does not end where a member of the gzip ends.
    package func finish() throws(CompressionError) {
        try stream.finish()
    }

    private mutating func step() throws(CompressionError) -> [UInt8]? {
        let (chunk, start) = (chunk, offset)
        return try chunk.withUnsafeBufferPointer { (bytes) throws(CompressionError) -> [UInt8]? in
            var input = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[start...]))
            let piece = try stream.next(&input)
            offset = bytes.count - input.count
            return piece.map { Array($0) }
        }
    }
}
