// Credentials that are fetched anew before they expire.

import ApusModel
import Synchronization
import Testing

@testable import Apus

/// Gives credentials for an hour, numbered from 1, until it is told to fail.
private final class CountedSource: CredentialProvider {
    let clock = ManualClock()
    private let state = Mutex((asked: 0, isBroken: false))

    var asked: Int { state.withLock { $0.asked } }

    func fail() { state.withLock { $0.isBroken = true } }

    func credentials() async throws(CredentialError) -> TimedCredentials? {
        let (number, isBroken) = state.withLock { state in
            state.asked += 1
            return state
        }
        await Task.yield()
        if isBroken { throw CredentialError("broken", isPassing: true) }
        return .pair("\(number)", expiry: clock.now.advanced(by: .seconds(3_600)))
    }

    /// Waits until it has been asked that often.
    func waitUntilAsked(_ times: Int) async throws {
        for _ in 0..<10_000 where asked < times { try await Task.sleep(for: .milliseconds(1)) }
        #expect(asked == times)
    }
}

struct RefreshedCredentialsTests {
    private let source = CountedSource()
    private let refreshed: RefreshedCredentials

    init() {
        refreshed = RefreshedCredentials(source, clock: source.clock)
    }

    private func accessKeyID() async throws -> String? {
        try await refreshed.credentials()?.credentials.accessKeyID
    }

    @Test func `callers at one time share one fetch`() async throws {
        try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<50 { group.addTask { try await accessKeyID() } }
            for try await id in group { #expect(id == "1") }
        }

        #expect(source.asked == 1)
    }

    @Test func `they are kept while they are good for long`() async throws {
        _ = try await accessKeyID()
        source.clock.advance(by: .seconds(3_299))

        #expect(try await accessKeyID() == "1")
        #expect(source.asked == 1)
    }

    @Test func `shortly before the end new ones are fetched while calls go on with the old`() async throws {
        _ = try await accessKeyID()
        source.clock.advance(by: .seconds(3_300))

        #expect(try await accessKeyID() == "1")
        try await source.waitUntilAsked(2)
        for _ in 0..<10_000 where try await accessKeyID() == "1" { try await Task.sleep(for: .milliseconds(1)) }
        #expect(try await accessKeyID() == "2")
        #expect(source.asked == 2)
    }

    @Test func `a source that fails is asked again after a pause, and after the end the failure is told`() async throws
    {
        _ = try await accessKeyID()
        source.fail()
        source.clock.advance(by: .seconds(3_400))
        #expect(try await accessKeyID() == "1")
        try await source.waitUntilAsked(2)
        source.clock.advance(by: .seconds(31))
        // The failed fetch may still be about to end.
        for _ in 0..<10_000 where source.asked < 3 {
            #expect(try await accessKeyID() == "1")
            try await Task.sleep(for: .milliseconds(1))
        }
        #expect(source.asked == 3)

        source.clock.advance(by: .seconds(200))
        await #expect(throws: CredentialError("broken", isPassing: true)) { try await accessKeyID() }
    }
}
