// What the system knows of the server's process.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The memory and the processor time that the process takes.
struct ProcessFigures {
    /// Nil where the system has no `/proc`.
    let residentBytes: Int?
    /// Of all threads, since the process began.
    let processorSeconds: Double

    /// The figures of this process, now.
    init() {
        residentBytes = Self.residentPages.map { $0 * Int(getpagesize()) }
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        processorSeconds = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The second number of `statm`.
    private static var residentPages: Int? {
        guard let file = fopen("/proc/self/statm", "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = fread(&bytes, 1, bytes.count, file)
        let numbers = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
        return numbers.count > 1 ? Int(numbers[1]) : nil
    }
}
