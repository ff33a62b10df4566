// What a checkpoint says of changes that are handed out and committed.

import Testing

@testable import Apus

struct CheckpointLedgerTests {
    private static func ledger(_ shards: [String: StreamCheckpoint.Progress] = [:]) -> CheckpointLedger {
        CheckpointLedger(StreamCheckpoint(streamArn: ModelStream.arn, shards: shards))
    }

    @Test func `what is handed out does not count until it is committed`() {
        var ledger = Self.ledger()
        ledger.add("a")
        ledger.handOut("a", to: "5")
        #expect(ledger.checkpoint.shards == ["a": .unread])

        ledger.commitAll()

        #expect(ledger.checkpoint.shards == ["a": .after("5")])
    }

    @Test func `a commit takes in what is ahead in the shard, never what is behind, and never goes back`() {
        var ledger = Self.ledger()
        ledger.handOut("a", to: "9")
        ledger.handOut("b", to: "3")

        ledger.commit("a", to: "7")
        #expect(ledger.checkpoint.shards == ["a": .after("7")])
        ledger.commit("a", to: "4")
        #expect(ledger.checkpoint.shards == ["a": .after("7")])
        ledger.commit("a", to: "10")
        #expect(ledger.checkpoint.shards == ["a": .after("9")])
    }

    @Test func `a commit takes in the shards that its shard descends from`() {
        var ledger = Self.ledger()
        ledger.add("a")
        ledger.add("b", parent: "a")
        ledger.add("c", parent: "b")
        ledger.handOut("a", to: "3")
        ledger.reachEnd(of: "a")
        ledger.reachEnd(of: "b")
        ledger.handOut("c", to: "6")
        #expect(ledger.checkpoint.shards == ["a": .unread, "b": .unread, "c": .unread])

        ledger.commit("c", to: "5")

        #expect(ledger.checkpoint.shards == ["a": .finished, "b": .finished, "c": .after("5")])
    }

    @Test func `a shard is finished once it is handed out to its end and committed`() {
        var ledger = Self.ledger()
        ledger.add("a")
        ledger.handOut("a", to: "5")
        ledger.reachEnd(of: "a")
        #expect(ledger.checkpoint.shards == ["a": .unread])

        ledger.commit("a", to: "5")

        #expect(ledger.checkpoint.shards == ["a": .finished])
    }

    @Test func `a shard without a change is finished at its end`() {
        var ledger = Self.ledger(["a": .after("5"), "b": .unread])

        ledger.reachEnd(of: "a")
        ledger.reachEnd(of: "b")

        #expect(ledger.checkpoint.shards == ["a": .finished, "b": .finished])
    }

    @Test func `the stream is at its end once all of it is committed`() {
        var ledger = Self.ledger()
        ledger.add("a")
        ledger.handOut("a", to: "5")
        ledger.reachEnd(of: "a")
        ledger.reachEnd()
        #expect(!ledger.checkpoint.isEnded)

        ledger.commitAll()

        #expect(ledger.checkpoint.isEnded)
    }

    @Test func `there is something to save when something has changed`() {
        var ledger = Self.ledger(["a": .after("5")])
        #expect(!ledger.isDirty)
        ledger.add("a")
        ledger.commit("a", to: "5")
        #expect(!ledger.isDirty)

        ledger.handOut("a", to: "6")
        ledger.commitAll()
        #expect(ledger.isDirty)
        _ = ledger.take()
        #expect(!ledger.isDirty)
        ledger.noteFailure()
        #expect(ledger.isDirty)
    }
}
