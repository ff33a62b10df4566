// Gzip that is written in pieces.

import Testing

@testable import ApusCompression

struct GzipWriterTests {
    @Test(arguments: UInt64(0)..<20)
    func `pieces of any size are read back as the whole`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var writer = GzipWriter()
        var (whole, gzip): ([UInt8], [UInt8]) = ([], [])

        for _ in 0..<Int.random(in: 0...30, using: &generator) {
            let count = Int.random(in: 0...60_000, using: &generator)
            let piece =
                Bool.random(using: &generator)
                ? generator.textLikeBytes(count: count) : generator.noise(count: count)
            whole += piece
            gzip += writer.write(piece)
        }
        gzip += writer.finish()

        #expect(try Inflater.inflate(gzip, as: .gzip, limit: whole.count) == whole)
    }

    @Test func `text becomes smaller`() {
        var generator = SeededGenerator(seed: 1)
        var writer = GzipWriter()
        let text = generator.textLikeBytes(count: 500_000)

        let gzip = writer.write(text) + writer.finish()

        #expect(gzip.count < text.count * 3 / 4)
    }
}
