// What tells an input from others.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A file as it was when it was opened. One that has been written to since has another identity.
struct InputIdentity: Equatable, Sendable {
    let path: String
    let bytes: Int
    /// When it was last written to, in nanoseconds since the beginning of 1970.
    let modificationTime: Int

    init(path: String, bytes: Int, modificationTime: Int) {
        self.path = path
        self.bytes = bytes
        self.modificationTime = modificationTime
    }

    init(path: String, _ status: stat) {
        #if canImport(Darwin)
        let time = status.st_mtimespec
        #else
        let time = status.st_mtim
        #endif
        self.init(
            path: path,
            bytes: Int(status.st_size),
            modificationTime: Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
        )
    }
}
