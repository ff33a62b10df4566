// One call of the reading of a stream.

/// Makes a call that the planner asks for, and answers what the planner is to be told of it.
struct StreamCall: Sendable {
    /// What came back.
    struct Answer: Sendable {
        let event: StreamPlanner.Event
        /// The changes, where some were asked for.
        var changes: [StreamChange] = []
    }

    let action: StreamPlanner.Action
    let streamArn: String
    let service: any StreamService

    /// Nil where the action asks for no call.
    func answer() async -> Answer? {
        switch action {
        case .list: await listing()
        case .getIterator(let shard, let position, let reading): await iterator(position, shard, reading)
        case .read(let iterator, let limit, let shard, let reading): await records(iterator, limit, shard, reading)
        case .add, .forget, .end, .pass, .finish, .fail: nil
        }
    }

    private func listing() async -> Answer {
        do throws(CallError) {
            let listing = try await service.listing(ofStream: streamArn)
            return Answer(event: .listed(listing.shards, isDisabled: listing.isDisabled))
        } catch {
            return Answer(event: .listingFailed(error))
        }
    }

    private func iterator(_ position: ShardPosition, _ shard: String, _ reading: Int) async -> Answer {
        do throws(CallError) {
            let iterator = try await service.iterator(at: position, ofShard: shard, in: streamArn)
            return Answer(event: .gotIterator(iterator, reading: reading))
        } catch {
            return Answer(event: .readingFailed(error, reading: reading))
        }
    }

    private func records(_ iterator: String, _ limit: Int, _ shard: String, _ reading: Int) async -> Answer {
        do throws(CallError) {
            let output = try await service.records(at: iterator, limit: limit)
            let changes = try output.records.map { record throws(CallError) in try change(record, shard) }
            let answer = StreamPlanner.Answer(
                count: changes.count,
                last: changes.last?.sequenceNumber,
                next: output.nextShardIterator
            )
            return Answer(event: .read(answer, reading: reading), changes: changes)
        } catch {
            return Answer(event: .readingFailed(error, reading: reading))
        }
    }

    private func change(_ record: Record, _ shard: String) throws(CallError) -> StreamChange {
        guard let change = StreamChange(record, shardID: shard, streamArn: streamArn) else {
            throw .unreadable("a record of the shard \(shard) lacks its kind, its keys or its sequence number")
        }
        return change
    }
}
