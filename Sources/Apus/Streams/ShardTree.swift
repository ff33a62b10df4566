// Which shards a stream has, and which of them may be read.

import ApusModel

/// The shards by their lineage: a shard may be read once its parent has been read to the end, so that the changes of an
/// item come in their order. A parent that is not known has been read before, or never was there.
struct ShardTree {
    private struct Node {
        var isAtEnd: Bool
        /// Whether it has been seen in a list, which tells its parent.
        var isPlaced = true
        var hasChildren = false
        /// Since when the service lists it no more.
        var missingSince: Duration?
    }

    /// What a list of shards has brought.
    struct News: Equatable {
        /// The shards that were not known before.
        var new: [String] = []
        /// The shards that may be read from now on.
        var readable: [String] = []
        /// Parents that were gone before anything was known of them.
        var lost: [String] = []
        /// Shards that are at their end and long gone.
        var forgotten: [String] = []
    }

    private var nodes: [String: Node] = [:]
    private var waitingChildren: [String: [String]] = [:]
    private var openCount = 0
    /// The shards that came to their end and whose children are still to be told.
    private var childless: Set<String> = []
    /// Whether all shards that were there at some time are known: from then on a parent that is not known is lost.
    private var isComplete: Bool

    /// A list that was cut short once shall not make a shard be read twice.
    static let memory = Duration.seconds(3_600)

    /// The shards that a checkpoint knows; no shard for a stream without one.
    init(_ checkpoint: StreamCheckpoint? = nil) {
        isComplete = !(checkpoint?.shards.isEmpty ?? true)
        for (shard, progress) in checkpoint?.shards ?? [:] {
            nodes[shard] = Node(isAtEnd: progress == .finished, isPlaced: progress == .finished)
            if progress != .finished { openCount += 1 }
        }
    }

    /// Whether every shard has been read to its end.
    var isAtEnd: Bool { openCount == 0 }

    /// Whether a shard came to its end whose children are not told yet.
    var awaitsChildren: Bool { !childless.isEmpty }

    // MARK: Changes

    /// Takes in the list of all shards.
    mutating func list(_ shards: [Shard], at now: Duration) -> News {
        var news = News()
        var parents: [(name: String, parent: String?)] = []
        for shard in shards {
            guard let name = shard.shardID else { continue }
            parents.append((name, shard.parentShardID))
            guard nodes[name] == nil else { continue }
            nodes[name] = Node(isAtEnd: false, isPlaced: false)
            openCount += 1
            news.new.append(name)
        }
        let new = Set(news.new)
        for (name, parent) in parents where nodes[name]?.isPlaced == false {
            place(name, under: parent, isNew: new.contains(name), &news)
        }
        placeMissing(&news)
        news.forgotten = forget(allBut: Set(parents.map(\.name)), at: now)
        isComplete = true
        return news
    }

    private mutating func place(_ name: String, under parent: String?, isNew: Bool, _ news: inout News) {
        nodes[name]?.isPlaced = true
        guard let parent else { return news.readable.append(name) }
        guard let node = nodes[parent] else {
            if isComplete, isNew {
                // From now on it counts as read: it is told once.
                nodes[parent] = Node(isAtEnd: true, hasChildren: true)
                news.lost.append(parent)
            }
            return news.readable.append(name)
        }
        nodes[parent]?.hasChildren = true
        childless.remove(parent)
        if node.isAtEnd { news.readable.append(name) } else { waitingChildren[parent, default: []].append(name) }
    }

    /// Shards of the checkpoint that are listed no more have no known parent. To read them shows that they are gone.
    private mutating func placeMissing(_ news: inout News) {
        for name in nodes.filter({ !$0.value.isPlaced }).keys.sorted() {
            nodes[name]?.isPlaced = true
            news.readable.append(name)
        }
    }

    private mutating func forget(allBut listed: Set<String>, at now: Duration) -> [String] {
        var forgotten: [String] = []
        for (name, node) in nodes where node.isAtEnd {
            if listed.contains(name) {
                nodes[name]?.missingSince = nil
            } else if let since = node.missingSince, now - since >= Self.memory {
                nodes[name] = nil
                childless.remove(name)
                forgotten.append(name)
            } else if node.missingSince == nil {
                nodes[name]?.missingSince = now
            }
        }
        return forgotten.sorted()
    }

    /// Takes in that a shard has been read to its end. Answers which shards may be read from now on.
    mutating func end(_ name: String) -> [String] {
        guard let node = nodes[name], !node.isAtEnd else { return [] }
        nodes[name]?.isAtEnd = true
        openCount -= 1
        if !node.hasChildren { childless.insert(name) }
        return waitingChildren.removeValue(forKey: name) ?? []
    }
}
