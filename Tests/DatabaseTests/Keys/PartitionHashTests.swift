// The order of partitions, and how segments cut it.

import Testing

@testable import ApusDatabase

struct PartitionHashTests {
    @Test(
        arguments: [
            ("61 00 01", 0xECCF_A654), ("74 6F 6D 00 01", 0xFF57_AD3E), ("80", 0x1FEA_4F38),
            ("81 82 0B 00", 0x246F_0E66),
            ("7F 7D EF FF", 0x1AAE_BC03), ("00 FF 00 01", 0xD243_83AA), ("", 0xECBA_3DF2),
        ] as [(String, UInt32)]
    )
    func `the hash is that of docs/formats/keys.md`(hex: String, hash: UInt32) {
        #expect(PartitionHash(of: [UInt8](hex: hex)).value == hash)
    }

    @Test(arguments: [1, 2, 3, 4, 7, 10, 1_000, 65_536, 999_999, 1_000_000])
    func `segments cover all hashes without gap or overlap`(totalSegments: Int) throws {
        let segments = totalSegments <= 1_000 ? Array(0..<totalSegments) : [0, 1, totalSegments / 2, totalSegments - 1]

        #expect(PartitionHash.start(ofSegment: 0, of: totalSegments)?.value == 0)
        #expect(PartitionHash.start(ofSegment: totalSegments, of: totalSegments) == nil)
        for segment in segments {
            let start = try #require(PartitionHash.start(ofSegment: segment, of: totalSegments))
            let next = PartitionHash.start(ofSegment: segment + 1, of: totalSegments)
            let last = PartitionHash(value: next.map { $0.value - 1 } ?? .max)
            #expect(start <= last)
            #expect(start.segment(of: totalSegments) == segment)
            #expect(last.segment(of: totalSegments) == segment)
        }
    }

    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func `a random hash lies between the bounds of its segment`(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            let hash = PartitionHash(value: .random(in: 0...UInt32.max, using: &chance))
            let totalSegments = Int.random(in: 1...1_000_000, using: &chance)

            let segment = hash.segment(of: totalSegments)

            #expect(try #require(PartitionHash.start(ofSegment: segment, of: totalSegments)) <= hash)
            #expect(PartitionHash.start(ofSegment: segment + 1, of: totalSegments).map { hash < $0 } ?? true)
        }
    }

    @Test func `short keys spread over the segments`() {
        var counts = Array(repeating: 0, count: 10)

        for byte in 0..<1_000 {
            counts[PartitionHash(of: Array("\(byte)".utf8)).segment(of: 10)] += 1
        }

        #expect(counts.allSatisfy { (60...140).contains($0) }, "\(counts)")
    }
}
