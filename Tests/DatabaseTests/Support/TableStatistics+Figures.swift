// Statistics in a form in which a test can write them down.

@testable import ApusDatabase

extension TableStatistics {
    init(itemCount: Int, sizeBytes: Int, indexes: [UInt8: Figures] = [:]) {
        self.init()
        table = Figures(itemCount: itemCount, sizeBytes: sizeBytes)
        self.indexes = indexes
    }
}
