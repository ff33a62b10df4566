// Whole bodies, decompressed.

import Testing

@testable import ApusCompression

struct InflaterTests {
    private static let limit = 16 * 1_024 * 1_024

    // Made by Python's gzip and zlib modules from the text "hello, hello, hello".
    private static let foreign: [(Coding, [UInt8])] = [
        (
            .gzip,
            [
                0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xD7,
                0x51, 0xC8, 0x40, 0xA2, 0x00, 0x9F, 0xA1, 0xCA, 0x09, 0x13, 0x00, 0x00, 0x00,
            ]
        ),
        (
            .deflate,
            [
                0x78, 0x9C, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xD7, 0x51, 0xC8, 0x40, 0xA2, 0x00, 0x44, 0x28, 0x06,
                0xD5,
            ]
        ),
        (
            .deflate,
            [
                0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xD7, 0x51, 0xC8, 0x40, 0xA2, 0x00,
            ]
        ),
    ]

    @Test(arguments: foreign)
    func `bytes of another program come out as they went in`(coding: Coding, bytes: [UInt8]) throws {
        let inflated = try Inflater.inflate(bytes, as: coding, limit: 100)

        #expect(String(decoding: inflated, as: UTF8.self) == "hello, hello, hello")
    }

    @Test(arguments: Coding.allCases, [0, 1, 2, 255, 65_535, 65_536, 65_537, 300_000])
    func `what is deflated inflates to itself`(coding: Coding, count: Int) throws {
        let seed = UInt64(count)
        var generator = SeededGenerator(seed: seed)
        for body in [generator.textLikeBytes(count: count), generator.noise(count: count)] {
            let inflated = try Inflater.inflate(
                Deflater.deflate(body, as: coding),
                as: coding,
                limit: Self.limit
            )

            #expect(inflated == body, "seed \(seed)")
        }
    }

    @Test func `gzip members follow one another`() throws {
        let members = ["one, ", "", "two"].map { Deflater.deflate(Array($0.utf8), as: .gzip) }

        let inflated = try Inflater.inflate(Array(members.joined()), as: .gzip, limit: 100)

        #expect(String(decoding: inflated, as: UTF8.self) == "one, two")
    }

    @Test(arguments: Coding.allCases)
    func `nothing is refused as empty`(coding: Coding) {
        #expect(throws: CompressionError.empty) { try Inflater.inflate([], as: coding, limit: 100) }
    }

    @Test(arguments: foreign)
    func `bytes cut short anywhere are refused`(coding: Coding, bytes: [UInt8]) {
        for count in 1..<bytes.count {
            let cut = Array(bytes[..<count])

            #expect(throws: CompressionError.truncated, "\(count) bytes") {
                try Inflater.inflate(cut, as: coding, limit: 100)
            }
        }
    }

    @Test(arguments: foreign)
    func `bytes behind the end are refused`(coding: Coding, bytes: [UInt8]) {
        #expect(throws: CompressionError.broken) {
            try Inflater.inflate(bytes + Array("behind".utf8), as: coding, limit: 100)
        }
    }

    @Test(arguments: Coding.allCases)
    func `the limit is the last size that passes`(coding: Coding) throws {
        let body = [UInt8](repeating: 7, count: 100_000)
        let deflated = Deflater.deflate(body, as: coding)

        #expect(try Inflater.inflate(deflated, as: coding, limit: 100_000) == body)
        #expect(throws: CompressionError.overLimit) {
            try Inflater.inflate(deflated, as: coding, limit: 99_999)
        }
    }

    @Test func `a limit holds for all gzip members together`() {
        let member = Deflater.deflate([UInt8](repeating: 7, count: 60), as: .gzip)

        #expect(throws: CompressionError.overLimit) {
            try Inflater.inflate(member + member, as: .gzip, limit: 100)
        }
    }

    @Test(arguments: Coding.allCases)
    func `bytes changed anywhere never come out as another body`(coding: Coding) {
        var generator = SeededGenerator(seed: 1)
        let body = generator.textLikeBytes(count: 500)
        let deflated = Deflater.deflate(body, as: coding)
        // The flags and the time in the head of gzip, and the way deflate is wrapped, say nothing of the body.
        for position in deflated.indices.dropFirst(coding == .gzip ? 10 : 2) {
            var changed = deflated
            changed[position] ^= UInt8.random(in: 1...255, using: &generator)

            let inflated = try? Inflater.inflate(changed, as: coding, limit: Self.limit)

            #expect(inflated == nil || inflated == body, "byte \(position)")
        }
    }

    @Test(arguments: Coding.allCases)
    func `noise never traps`(coding: Coding) {
        var generator = SeededGenerator(seed: 2)
        for count in 1...2_000 {
            let noise = generator.noise(count: count % 64 + 1)

            // A few bytes of noise may be a raw stream by chance, which has no checksum.
            let inflated = (try? Inflater.inflate(noise, as: coding, limit: 1_000)) ?? []

            #expect(inflated.count <= 1_000)
        }
    }
}
