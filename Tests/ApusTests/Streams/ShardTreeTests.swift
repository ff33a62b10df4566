// Which shards may be read, by their lineage.

import Testing

@testable import Apus

struct ShardTreeTests {
    private static func shards(_ pairs: [(String, String?)]) -> [Shard] {
        pairs.map { Shard(shardID: $0, parentShardID: $1) }
    }

    private static func checkpoint(_ shards: [String: StreamCheckpoint.Progress]) -> StreamCheckpoint {
        StreamCheckpoint(streamArn: ModelStream.arn, shards: shards)
    }

    @Test func `roots may be read at once, children after their parent`() {
        var tree = ShardTree()

        let news = tree.list(Self.shards([("c", "b"), ("a", nil), ("b", "a"), ("d", nil)]), at: .zero)

        #expect(news.new == ["c", "a", "b", "d"])
        #expect(news.readable == ["a", "d"])
        #expect(tree.end("a") == ["b"])
        #expect(tree.end("b") == ["c"])
        #expect(tree.end("c") == [])
        #expect(!tree.isAtEnd)
        #expect(tree.end("d") == [])
        #expect(tree.isAtEnd)
    }

    @Test func `all children of a split may be read once the parent has ended`() {
        var tree = ShardTree()
        _ = tree.list(Self.shards([("a", nil), ("b", "a"), ("c", "a")]), at: .zero)

        #expect(tree.end("a") == ["b", "c"])
    }

    @Test func `a child that is listed later may be read if its parent has ended`() {
        var tree = ShardTree()
        _ = tree.list(Self.shards([("a", nil)]), at: .zero)
        _ = tree.end("a")
        #expect(tree.awaitsChildren)

        let news = tree.list(Self.shards([("a", nil), ("b", "a")]), at: .seconds(1))

        #expect(news.readable == ["b"])
        #expect(!tree.awaitsChildren)
    }

    @Test func `at first a parent that is not listed counts as read`() {
        var tree = ShardTree()

        let news = tree.list(Self.shards([("b", "a")]), at: .zero)

        #expect(news.readable == ["b"])
        #expect(news.lost == [])
    }

    @Test func `later a parent that was never listed is lost, and told once`() {
        var tree = ShardTree()
        _ = tree.list(Self.shards([("a", nil)]), at: .zero)

        let news = tree.list(Self.shards([("a", nil), ("c", "b"), ("d", "b")]), at: .seconds(1))

        #expect(news.lost == ["b"])
        #expect(news.readable == ["c", "d"])
    }

    @Test func `shards of a checkpoint wait for their parents as others do`() {
        var tree = ShardTree(Self.checkpoint(["a": .finished, "b": .after("7"), "c": .unread]))

        let news = tree.list(Self.shards([("a", nil), ("b", "a"), ("c", "b"), ("d", "c")]), at: .zero)

        #expect(news.new == ["d"])
        #expect(news.readable == ["b"])
        #expect(tree.end("b") == ["c"])
        #expect(tree.end("c") == ["d"])
    }

    @Test func `a shard of a checkpoint that is listed no more is tried, and its children wait`() {
        var tree = ShardTree(Self.checkpoint(["a": .after("7")]))

        let news = tree.list(Self.shards([("b", "a")]), at: .zero)

        #expect(news.readable == ["a"])
        #expect(tree.end("a") == ["b"])
    }

    @Test func `a shard at its end is forgotten once it has been missing for an hour`() {
        var tree = ShardTree()
        _ = tree.list(Self.shards([("a", nil), ("b", "a")]), at: .zero)
        _ = tree.end("a")

        #expect(tree.list(Self.shards([("b", "a")]), at: .seconds(10)).forgotten == [])
        #expect(tree.list(Self.shards([("a", nil), ("b", "a")]), at: .seconds(20)).new == [])
        #expect(tree.list(Self.shards([("b", "a")]), at: .seconds(30)).forgotten == [])
        #expect(tree.list(Self.shards([("b", "a")]), at: .seconds(3_629)).forgotten == [])
        #expect(tree.list(Self.shards([("b", "a")]), at: .seconds(3_630)).forgotten == ["a"])
        #expect(tree.list(Self.shards([("b", "a")]), at: .seconds(3_640)).lost == [])
    }
}
