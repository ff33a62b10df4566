// Whole bodies, compressed.

import Testing

@testable import ApusCompression

struct DeflaterTests {
    @Test(arguments: [(Coding.gzip, [0x1F, 0x8B]), (.deflate, [0x78])])
    func `a coding has its own wrapper`(coding: Coding, head: [UInt8]) {
        let deflated = Deflater.deflate(Array("hello".utf8), as: coding)

        #expect(deflated.starts(with: head))
    }

    @Test(arguments: Coding.allCases)
    func `what repeats becomes small`(coding: Coding) {
        let deflated = Deflater.deflate([UInt8](repeating: 7, count: 100_000), as: coding)

        #expect(deflated.count < 1_000)
    }
}
