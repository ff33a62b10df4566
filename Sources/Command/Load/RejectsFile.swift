// The records of a load that were not written, and why.

import ApusWire
import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Takes down rejected records as JSON lines. The file is made, or made empty, when the first one comes.
final class RejectsFile: Sendable {
    private struct State {
        var descriptor: Int32?
        var failure: String?
    }

    let path: String
    private let state = Mutex(State())

    init(path: String) {
        self.path = path
    }

    deinit {
        if let descriptor = state.withLock({ $0.descriptor }) { close(descriptor) }
    }

    /// Why records could not be taken down, if that is so.
    var failure: String? { state.withLock { $0.failure } }

    /// Whether it holds any record.
    var isUsed: Bool { state.withLock { $0.descriptor != nil } }

    func add(_ origin: LoadOrigin, reason: String) {
        let line = Self.line(origin, reason: reason)
        state.withLock { state in
            if state.descriptor == nil, state.failure == nil { Self.open(path, &state) }
            guard let descriptor = state.descriptor else { return }
            if !writeAll(line, to: descriptor) { state.failure = String(cString: strerror(errno)) }
        }
    }

    private static func open(_ path: String, _ state: inout State) {
        let descriptor = creat(path, 0o644)
        if descriptor >= 0 {
            state.descriptor = descriptor
        } else {
            state.failure = String(cString: strerror(errno))
        }
    }

    /// The line of a record. JSON stays JSON; any other text becomes a string.
    static func line(_ origin: LoadOrigin, reason: String) -> [UInt8] {
        let isJSON = origin.text.withUnsafeBytes { (bytes) in (try? JSONReader.requireObject(bytes)) != nil }
        var writer = JSONWriter(reservingBytes: origin.text.count + 256)
        writer.object { writer in
            writer.name("line")
            writer.integer(origin.line)
            writer.name("file")
            writer.string(origin.file)
            writer.name("reason")
            writer.string(reason)
            writer.name("record")
            if isJSON {
                writer.value(origin.text)
            } else {
                writer.string(String(decoding: origin.text, as: UTF8.self))
            }
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}
