// One stream of zlib that decompresses: all of its pointers are held here.

import CZlib

/// Decompresses input piece by piece into one buffer of its own.
struct InflateStream: ~Copyable {
    /// What wraps the compressed bytes.
    enum Wrapper {
        case gzip
        case zlib
        case none
    }

    /// What the last step has come to.
    private enum State {
        case beforeFirst
        case inside
        case atEnd
    }

    // The library keeps the address of its stream, so the stream must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private let output: UnsafeMutableRawBufferPointer
    private let wrapper: Wrapper
    private var state = State.beforeFirst
    private var isOutputPending = false

    init(_ wrapper: Wrapper, outputBytes: Int = 64 * 1_024) {
        self.wrapper = wrapper
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        output = .allocate(byteCount: outputBytes, alignment: 16)
        let result = inflateInit2_(stream, wrapper.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(result == Z_OK, "zlib could not set up a stream")
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
        output.deallocate()
    }

    /// Takes bytes off the front of `input` and lends what they come to, which may be nothing, until the next call.
    ///
    /// Nil when the input is used up and no output waits; then it asks for more input.
    mutating func next(_ input: inout UnsafeRawBufferPointer) throws(CompressionError) -> UnsafeRawBufferPointer? {
        guard !input.isEmpty || isOutputPending else { return nil }
        if state == .atEnd { try beginNextMember() }
        state = .inside
        let offered = min(input.count, Int(Int32.max))
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        )
        stream.pointee.avail_in = uInt(offered)
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = uInt(output.count)
        let result = inflate(stream, Z_NO_FLUSH)
        let taken = offered - Int(stream.pointee.avail_in)
        let written = output.count - Int(stream.pointee.avail_out)
        input = UnsafeRawBufferPointer(rebasing: input[taken...])
        try accept(result, isOutputFull: written == output.count, hasProgress: taken + written > 0)
        return UnsafeRawBufferPointer(rebasing: output[..<written])
    }

    /// Refuses a stream that has not come to its end.
    func finish() throws(CompressionError) {
        switch state {
        case .beforeFirst: throw .empty
        case .inside: throw .truncated
        case .atEnd: return
        }
    }

    private mutating func beginNextMember() throws(CompressionError) {
        // Only gzip says that members may follow one another.
        guard wrapper == .gzip else { throw .broken }
        let result = inflateReset(stream)
        precondition(result == Z_OK, "zlib could not begin the next member")
    }

    private mutating func accept(
        _ result: Int32,
        isOutputFull: Bool,
        hasProgress: Bool
    ) throws(CompressionError) {
        switch result {
        case Z_STREAM_END:
            state = .atEnd
            isOutputPending = false
        case Z_OK:
            isOutputPending = isOutputFull
        case Z_BUF_ERROR where !hasProgress:
            // A full buffer had been the last of the output: nothing waits, and more input is wanted.
            isOutputPending = false
        case Z_MEM_ERROR:
            preconditionFailure("zlib found no memory for its window")
        default:
            throw .broken
        }
    }
}

extension InflateStream.Wrapper {
    // The library reads the wrapper from the number of bits of its window: 15, the largest, and a mark.
    fileprivate var windowBits: Int32 {
        switch self {
        case .gzip: 15 + 16
        case .zlib: 15
        case .none: -15
        }
    }
}
