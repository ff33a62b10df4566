// Writes gzip of any length in bounded memory.

import CZlib

/// Compresses what comes in pieces into one gzip member. Memory is one piece and the window.
package struct GzipWriter: ~Copyable {
    // The library keeps the address of its stream, so the stream must not move.
    private let stream: UnsafeMutablePointer<z_stream>

    private static let outputBytes = 64 * 1_024
    // The library writes the wrapper of gzip where 16 is added to the bits of the largest window.
    private static let windowBits: Int32 = 15 + 16

    package init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let result = deflateInit2_(
            stream,
            Z_DEFAULT_COMPRESSION,
            Z_DEFLATED,
            Self.windowBits,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        precondition(result == Z_OK, "zlib could not set up a stream")
    }

    deinit {
        deflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// Takes the next piece, and answers what is ready of the output, which may be nothing.
    package mutating func write(_ piece: [UInt8]) -> [UInt8] {
        precondition(piece.count <= Int(Int32.max), "a piece is shorter than 2 GB")
        return step(piece, Z_NO_FLUSH)
    }

    /// The rest of the output. Nothing may be written after it.
    package mutating func finish() -> [UInt8] {
        step([], Z_FINISH)
    }

    private func step(_ piece: [UInt8], _ flush: Int32) -> [UInt8] {
        var output: [UInt8] = []
        piece.withUnsafeBufferPointer { bytes in
            stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
            stream.pointee.avail_in = uInt(bytes.count)
            // As long as it fills its room, there may be more.
            while append(flush, to: &output) == 0 {}
        }
        return output
    }

    /// Answers how much room was left.
    private func append(_ flush: Int32, to output: inout [UInt8]) -> Int {
        var room = 0
        let part = [UInt8](unsafeUninitializedCapacity: Self.outputBytes) { buffer, count in
            stream.pointee.next_out = buffer.baseAddress
            stream.pointee.avail_out = uInt(buffer.count)
            let result = CZlib.deflate(stream, flush)
            precondition(result != Z_STREAM_ERROR, "zlib lost its stream")
            room = Int(stream.pointee.avail_out)
            count = buffer.count - room
        }
        output += part
        return room
    }
}
