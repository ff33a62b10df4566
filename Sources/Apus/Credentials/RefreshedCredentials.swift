// Credentials that are fetched anew before they expire.

import ApusModel

/// Keeps what a source gives, and asks it again in good time, once at a time.
///
/// While the old credentials are good, calls go on with them, also if the source fails.
public actor RefreshedCredentials: CredentialProvider {
    private let source: any CredentialProvider
    private let clock: any WallClock
    private var held: TimedCredentials?
    private var refresh: Task<Outcome, Never>?
    /// When the source may be asked again while the old credentials are good.
    private var nextRefresh: Timestamp?

    private typealias Outcome = Result<TimedCredentials?, CredentialError>

    // EC2 has new credentials at least five minutes before the old ones end.
    private static let refreshTime = Duration.seconds(300)
    private static let refreshPause = Duration.seconds(30)

    /// Keeps what this source gives.
    public init(_ source: any CredentialProvider) {
        self.init(source, clock: SystemClock())
    }

    package init(_ source: any CredentialProvider, clock: any WallClock) {
        self.source = source
        self.clock = clock
    }

    /// Credentials that are good now. It waits for the source only where there are none.
    public func credentials() async throws(CredentialError) -> TimedCredentials? {
        guard let held, isGood(held) else { return try await refreshed().value.get() }
        if isDue(held) { _ = refreshed() }
        return held
    }

    private func isGood(_ credentials: TimedCredentials) -> Bool {
        credentials.expiry.map { clock.now < $0 } ?? true
    }

    private func isDue(_ credentials: TimedCredentials) -> Bool {
        guard let expiry = credentials.expiry, clock.now.advanced(by: Self.refreshTime) >= expiry else { return false }
        return nextRefresh.map { $0 <= clock.now } ?? true
    }

    /// The refresh that is under way, or a new one. It goes on when its caller is cancelled: others may wait for it.
    private func refreshed() -> Task<Outcome, Never> {
        if let refresh { return refresh }
        nextRefresh = clock.now.advanced(by: Self.refreshPause)
        let task = Task { await fetch() }
        refresh = task
        return task
    }

    private func fetch() async -> Outcome {
        var outcome: Outcome
        do throws(CredentialError) {
            outcome = .success(try await source.credentials())
        } catch {
            outcome = .failure(error)
        }
        if case .success(nil) = outcome, held != nil {
            outcome = .failure(CredentialError("The credentials have expired, and no new ones come.", isPassing: true))
        }
        if case .success(let found?) = outcome { held = found }
        refresh = nil
        return outcome
    }
}
