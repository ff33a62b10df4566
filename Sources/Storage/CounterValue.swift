// The stored form of a counter.

/// A counter's sum as eight bytes, the lowest first.
enum CounterValue {
    static func bytes(of sum: Int64) -> [UInt8] {
        withUnsafeBytes(of: sum.littleEndian) { [UInt8]($0) }
    }

    static func sum(in value: UnsafeRawBufferPointer, at key: [UInt8]) throws(StorageError) -> Int64 {
        guard value.count == 8 else {
            throw .damaged(file: "counter \(key)", detail: "a counter has 8 bytes, this value has \(value.count)")
        }
        return Int64(littleEndian: value.loadUnaligned(as: Int64.self))
    }
}
