// The trait that gives each test of Swift Testing a server of its own.

#if canImport(Testing)
import Testing

/// Starts a fresh server ahead of a test, and stops it afterwards: `.apus`.
///
/// Of a suite, each test gets one, and of a test with arguments, each of its cases. The test finds it in
/// ``TestServer/current``.
///
/// ```swift
/// @Test(.apus(clock: .manual)) func `units come back`() async throws {
///     let server = TestServer.current
///     try await server.clock.advance(by: .seconds(1))
/// }
/// ```
public struct ApusTrait: TestTrait, SuiteTrait, TestScoping {
    let options: TestServerOptions

    /// True: a suite passes the trait on to its tests.
    public var isRecursive: Bool { true }

    /// Runs a test with a server of its own.
    public func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @Sendable () async throws -> Void
    ) async throws {
        try await withTestServer(options) { _ in try await function() }
    }
}

extension Trait where Self == ApusTrait {
    /// A fresh server for each test, with the options that `apus serve` has.
    public static var apus: ApusTrait { .apus(TestServerOptions()) }

    /// A fresh server for each test, with these options.
    public static func apus(_ options: TestServerOptions) -> ApusTrait {
        ApusTrait(options: options)
    }

    /// A fresh server for each test, with the options that tests choose most.
    public static func apus(
        clock: TestServerOptions.Clock = .system,
        throughput: TestServerOptions.Throughput = .enforced,
        faults: [FaultRule] = [],
        seed: UInt64 = 0
    ) -> ApusTrait {
        .apus(TestServerOptions(clock: clock, throughput: throughput, faults: faults, seed: seed))
    }
}
#endif
