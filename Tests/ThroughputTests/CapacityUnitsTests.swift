// How many units reads and writes take.

import Testing

@testable import ApusThroughput

struct CapacityUnitsTests {
    // Items are sized as the service's own examples are: 7 KB is 7,168 bytes.
    @Test(
        arguments: [
            (0, 0.5, 1), (1, 0.5, 1), (4_095, 0.5, 1), (4_096, 0.5, 1), (4_097, 1, 2), (5_000, 1, 2), (7_168, 1, 2),
            (8_192, 1, 2),
            (8_193, 1.5, 3), (20_480, 2.5, 5), (409_600, 50, 100), (1_048_576, 128, 256),
        ] as [(Int, Double, Double)]
    )
    func `a read takes a unit for each 4 KB begun, and half where it may be stale`(
        bytes: Int,
        eventual: Double,
        strong: Double
    ) {
        #expect(CapacityUnits.reading(bytes: bytes, isConsistent: false) == eventual)
        #expect(CapacityUnits.reading(bytes: bytes, isConsistent: true) == strong)
    }

    @Test(
        arguments: [
            (0, 1), (1, 1), (1_023, 1), (1_024, 1), (1_025, 2), (2_048, 2), (2_560, 3), (3_277, 4), (9_728, 10),
            (409_600, 400),
        ] as [(Int, Double)]
    )
    func `a write takes a unit for each KB begun`(bytes: Int, units: Double) {
        #expect(CapacityUnits.writing(bytes: bytes) == units)
    }
}
