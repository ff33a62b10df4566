// How Swift's bytes are lent to the C API.

extension [UInt8] {
    /// Lends the bytes to the C API, which takes them for characters.
    func withCharacters<Answer>(_ body: (UnsafePointer<CChar>) -> Answer) -> Answer {
        withUnsafeBytes { buffer in
            // RocksDB wants a pointer even for no bytes.
            guard let start = buffer.baseAddress else { return "".withCString(body) }
            return body(start.assumingMemoryBound(to: CChar.self))
        }
    }
}
