// Time that passed, and processor time that the whole process spent meanwhile.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

struct Stopwatch {
    private let start = ContinuousClock.now
    private let startProcessorSeconds = Self.spentProcessorSeconds()

    var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

    /// Processor seconds of all threads, RocksDB's own among them, in user and system mode.
    var processorSeconds: Double { Self.spentProcessorSeconds() - startProcessorSeconds }

    private static func spentProcessorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }
}
