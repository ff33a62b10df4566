// Where keys lie, and how they are told apart.

import Testing

@testable import ApusThroughput

struct KeyPlaceTests {
    @Test(
        arguments: [
            (2, nil, [3, 4, 5]), (0, nil, [1, 2, 3, 4, 5]), (5, nil, []), (9, nil, []), (2, 4, [3, 4]),
            (2, 9, [3, 4, 5]),
            (2, 2, []), (3, 1, []),
        ] as [(Int, Int?, [UInt8])]
    )
    func `a place lies behind the prefix and before the end`(prefixLength: Int, end: Int?, key: [UInt8]) {
        #expect(KeyPlace([1, 2, 3, 4, 5], KeyForm(prefixLength: prefixLength, end: end)).key == key)
    }

    @Test(
        arguments: [
            ([5], [6], true), ([5], [5], false), ([6], [5], false), ([5], [5, 0], true), ([5, 0], [5], false),
            ([], [0], true), ([], [], false), ([0], [], false), ([0x7F], [0x80], true), ([0x80], [0x7F, 0xFF], false),
            ([1, 2, 3], [1, 3], true),
        ] as [([UInt8], [UInt8], Bool)]
    )
    func `places are ordered by their bytes`(key: [UInt8], bound: [UInt8], isBefore: Bool) {
        let place = KeyPlace([9, 9] + key + [0xFF], KeyForm(prefixLength: 2, end: 2 + key.count))

        #expect(place.isBefore(bound) == isBefore)
    }

    @Test func `equal keys have one fingerprint, whatever surrounds them`() {
        let key = Array("a key of more than two words".utf8)

        let bare = KeyPlace(key, KeyForm(prefixLength: 0))
        let surrounded = KeyPlace([1, 2, 3] + key + [4, 5], KeyForm(prefixLength: 3, end: 3 + key.count))

        #expect(bare.fingerprint == surrounded.fingerprint)
    }

    @Test func `other keys have other fingerprints`() {
        // Lengths on both sides of a word's, each byte changed by itself.
        var keys: Set<[UInt8]> = []
        for length in 0...20 {
            let key = [UInt8](repeating: 0x55, count: length)
            keys.insert(key)
            for position in 0..<length {
                for byte in [0x00, 0x54, 0xFF] as [UInt8] {
                    var other = key
                    other[position] = byte
                    keys.insert(other)
                }
            }
        }

        let fingerprints = Set(keys.map { KeyPlace($0, KeyForm(prefixLength: 0)).fingerprint })

        #expect(fingerprints.count == keys.count)
    }
}
