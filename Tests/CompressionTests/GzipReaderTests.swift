// Gzip that comes in chunks.

import Testing

@testable import ApusCompression

struct GzipReaderTests {
    @Test func `two chunks split anywhere give the whole`() throws {
        var generator = SeededGenerator(seed: 3)
        let bodies = [generator.textLikeBytes(count: 400), [], generator.noise(count: 100)]
        let gzip = Array(bodies.map { Deflater.deflate($0, as: .gzip) }.joined())
        for position in 0...gzip.count {
            let inflated = try read([Array(gzip[..<position]), Array(gzip[position...])])

            #expect(inflated == Array(bodies.joined()), "split at \(position)")
        }
    }

    @Test func `bytes one by one give the whole`() throws {
        var generator = SeededGenerator(seed: 4)
        let body = generator.textLikeBytes(count: 3_000)

        let inflated = try read(Deflater.deflate(body, as: .gzip).map { [$0] })

        #expect(inflated == body)
    }

    @Test func `chunks of any size give the whole`() throws {
        for seed in UInt64(10)..<30 {
            var generator = SeededGenerator(seed: seed)
            let body = generator.textLikeBytes(count: Int.random(in: 0...400_000, using: &generator))
            var rest = Deflater.deflate(body, as: .gzip)[...]
            var chunks: [[UInt8]] = []
            while !rest.isEmpty {
                let count = Int.random(in: 0...50_000, using: &generator)
                chunks.append(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }

            #expect(try read(chunks) == body, "seed \(seed)")
        }
    }

    @Test func `pieces stay small however much comes out`() throws {
        let body = [UInt8](repeating: 0, count: 20_000_000)
        var reader = GzipReader()
        reader.feed(Deflater.deflate(body, as: .gzip))
        var count = 0

        while let piece = try reader.next() {
            #expect((1...65_536).contains(piece.count))
            count += piece.count
        }

        try reader.finish()
        #expect(count == body.count)
    }

    @Test func `input cut short anywhere is refused at the end`() throws {
        let gzip = Deflater.deflate(Array("hello, hello".utf8), as: .gzip)
        for count in 1..<gzip.count {
            #expect(throws: CompressionError.truncated, "\(count) bytes") { try read([Array(gzip[..<count])]) }
        }
    }

    @Test func `no input is refused as empty`() {
        #expect(throws: CompressionError.empty) { try read([]) }
        #expect(throws: CompressionError.empty) { try read([[], []]) }
    }

    @Test func `what is no gzip is refused`() {
        #expect(throws: CompressionError.broken) { try read([Array("{\"Item\":{}}".utf8)]) }
    }

    @Test func `bytes behind the last member are refused`() {
        let gzip = Deflater.deflate([1, 2, 3], as: .gzip)

        #expect(throws: CompressionError.broken) { try read([gzip, [0, 0]]) }
    }

    private func read(_ chunks: [[UInt8]]) throws(CompressionError) -> [UInt8] {
        var reader = GzipReader()
        var inflated: [UInt8] = []
        for chunk in chunks {
            reader.feed(chunk)
            while let piece = try reader.next() { inflated += piece }
        }
        try reader.finish()
        return inflated
    }
}
