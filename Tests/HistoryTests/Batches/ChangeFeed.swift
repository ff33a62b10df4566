// The changes of a history as a sequence that a writer takes in.

import ApusTesting

/// Hands out changes one by one and notes each; some it makes the writer wait for, and it may break off.
struct ChangeFeed: AsyncSequence, Sendable {
    typealias Element = BatchChange<Int>

    struct BrokenOff: Error {}

    let changes: [HistoryChange]
    let tables: [HistoryTable]
    let account: HistoryAccount
    /// Each of this number comes late; nil for none.
    let pauseEvery: Int?
    /// After so many it throws; nil for never.
    let breakOff: Int?

    func makeAsyncIterator() -> Iterator {
        Iterator(feed: self)
    }

    struct Iterator: AsyncIteratorProtocol {
        let feed: ChangeFeed
        private var place = 0

        init(feed: ChangeFeed) {
            self.feed = feed
        }

        mutating func next() async throws -> BatchChange<Int>? {
            if place == feed.breakOff { throw BrokenOff() }
            guard place < feed.changes.count else { return nil }
            let change = feed.changes[place]
            place += 1
            if let every = feed.pauseEvery, place % every == 0 { try? await Task.sleep(for: .milliseconds(2)) }
            feed.account.take(change)
            return feed.tables[change.table].batchChange(of: change)
        }
    }
}
