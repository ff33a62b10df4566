// The bytes of an input, decompressed where it is gzip.

import ApusCompression

/// Reads an input in chunks. Gzip is known by its first two bytes, whatever the file is called.
final class PlainInput {
    private let file: InputFile
    private let onRead: (Int) -> Void
    private var gzip: GzipReader?
    private var head: [UInt8] = []
    private var isAtStart = true
    /// What was read beyond the place that was skipped to.
    private var rest: [UInt8] = []

    private static let gzipMagic: [UInt8] = [0x1F, 0x8B]

    /// `onRead` is told how many bytes have been read from the file itself.
    init(_ file: InputFile, onRead: @escaping (Int) -> Void) {
        self.file = file
        self.onRead = onRead
    }

    /// Goes on to a place in the plain bytes. A file is not read up to there; gzip has to be, as nothing tells where in
    /// it the place is.
    ///
    /// - Precondition: nothing has been read so far.
    func skip(to byte: Int, unless isStopped: () -> Bool) throws(InputError) {
        try readHead(unless: isStopped)
        guard gzip != nil else {
            onRead(byte - head.count)
            head = []
            return try file.seek(to: byte)
        }
        var passed = 0
        while passed < byte {
            let piece = try nextPiece(unless: isStopped)
            if piece.isEmpty { return }
            rest = Array(piece.dropFirst(byte - passed))
            passed += piece.count
        }
    }

    /// The next chunk; empty at the end, or once `isStopped` says so.
    func next(unless isStopped: () -> Bool) throws(InputError) -> [UInt8] {
        if !rest.isEmpty {
            defer { rest = [] }
            return rest
        }
        if isAtStart {
            try readHead(unless: isStopped)
            guard gzip != nil else { return head }
        }
        guard gzip != nil else { return try read(unless: isStopped) }
        return try nextPiece(unless: isStopped)
    }

    private func readHead(unless isStopped: () -> Bool) throws(InputError) {
        isAtStart = false
        while head.count < Self.gzipMagic.count {
            let chunk = try read(unless: isStopped)
            guard !chunk.isEmpty else { return }
            head += chunk
        }
        guard head.starts(with: Self.gzipMagic) else { return }
        gzip = GzipReader()
        gzip!.feed(head)
        head = []
    }

    private func nextPiece(unless isStopped: () -> Bool) throws(InputError) -> [UInt8] {
        while true {
            if let piece = try decompress({ reader throws(CompressionError) in try reader.next() }) { return piece }
            let chunk = try read(unless: isStopped)
            if chunk.isEmpty {
                if !isStopped() { try decompress { reader throws(CompressionError) in try reader.finish() } }
                return []
            }
            gzip!.feed(chunk)
        }
    }

    private func decompress<Answer>(
        _ body: (inout GzipReader) throws(CompressionError) -> Answer
    ) throws(InputError) -> Answer {
        do throws(CompressionError) {
            return try body(&gzip!)
        } catch {
            throw InputError("it is damaged gzip: \(error)")
        }
    }

    private func read(unless isStopped: () -> Bool) throws(InputError) -> [UInt8] {
        let chunk = try file.read(unless: isStopped)
        onRead(chunk.count)
        return chunk
    }
}
