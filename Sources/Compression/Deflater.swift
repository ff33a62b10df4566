// Compresses a whole body.

import CZlib

/// Compresses whole bodies, at the fastest level.
package enum Deflater {
    /// The compressed bytes of a body, as one gzip member or one zlib stream.
    package static func deflate(_ bytes: UnsafeRawBufferPointer, as coding: Coding) -> [UInt8] {
        precondition(bytes.count <= Int(Int32.max), "a body is shorter than 2 GB")
        var stream = z_stream()
        return withUnsafeMutablePointer(to: &stream) { stream in
            // A body travels once: speed counts for more than the last few percent.
            let result = deflateInit2_(
                stream,
                Z_BEST_SPEED,
                Z_DEFLATED,
                coding.windowBits,
                8,
                Z_DEFAULT_STRATEGY,
                ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)
            )
            precondition(result == Z_OK, "zlib could not set up a stream")
            defer { deflateEnd(stream) }
            return compress(bytes, with: stream)
        }
    }

    package static func deflate(_ bytes: [UInt8], as coding: Coding) -> [UInt8] {
        bytes.withUnsafeBytes { deflate($0, as: coding) }
    }

    private static func compress(
        _ bytes: UnsafeRawBufferPointer,
        with stream: UnsafeMutablePointer<z_stream>
    ) -> [UInt8] {
        let capacity = Int(deflateBound(stream, uLong(bytes.count)))
        return [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            stream.pointee.next_in = UnsafeMutablePointer(
                mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            )
            stream.pointee.avail_in = uInt(bytes.count)
            stream.pointee.next_out = output.baseAddress
            stream.pointee.avail_out = uInt(capacity)
            let result = CZlib.deflate(stream, Z_FINISH)
            precondition(result == Z_STREAM_END, "zlib wrote more than its own bound")
            count = capacity - Int(stream.pointee.avail_out)
        }
    }
}

extension Coding {
    // The library reads the wrapper from the number of bits of its window: 15, the largest, and 16 more for gzip.
    fileprivate var windowBits: Int32 {
        switch self {
        case .gzip: 15 + 16
        case .deflate: 15
        }
    }
}
