// Decides which shards of a stream are asked next, and what becomes of answers and failures.

import ApusModel

/// Reads the shards of a stream in the order of their lineage, several at a time.
///
/// It takes what happened and the moment, and answers what is to be done: no clock, no chance and no network of its own.
struct StreamPlanner {
    /// What a shard has answered.
    struct Answer: Equatable {
        /// How many changes there are.
        let count: Int
        /// The sequence number of the last of them.
        let last: String?
        /// Where to go on; nil at the end of the shard.
        let next: String?
    }

    enum Event {
        /// All shards of the stream, and whether it gets no others.
        case listed([Shard], isDisabled: Bool)
        case listingFailed(CallError)
        case gotIterator(String, reading: Int)
        case read(Answer, reading: Int)
        case readingFailed(CallError, reading: Int)
        /// So many changes are no longer held.
        case taken(Int)
        /// Somebody waits, or goes on waiting.
        case woke
        /// Nobody wants changes for now: no call is begun.
        case paused
    }

    enum Action: Equatable {
        case list
        case getIterator(shard: String, ShardPosition, reading: Int)
        case read(iterator: String, limit: Int, shard: String, reading: Int)
        /// A shard is known from now on, and its parent; it may be one of which nothing is to be read.
        case add(shard: String, parent: String?, isFinished: Bool)
        case forget(shard: String)
        /// A shard has been read to its end.
        case end(shard: String)
        /// Changes are lost, and the reading goes on behind them.
        case pass(StreamGap)
        /// The stream has been read to its end.
        case finish
        case fail(StreamReadError)
    }

    /// One shard on its way from its first iterator to its end.
    fileprivate struct ShardReading {
        let shard: String
        var position: ShardPosition
        var iterator: String?
        var emptyAnswers = 0
        var trouble = Trouble()
    }

    private let options: StreamReadOptions
    private let start: StreamStart
    private let checkpoint: StreamCheckpoint
    private var moment = Pacing.Moment(now: .zero, fraction: 0)
    private var actions: [Action] = []
    private(set) var isDone = false

    private var tree: ShardTree
    // The shards of the first list, if there was no checkpoint.
    private var firstShards: Set<String> = []
    private var isPaused = false
    private var isListing = false
    private var listTime = Duration.zero
    private var hasList = false
    private var isDisabled = false
    // So many lists in a row have told no children of a shard that has ended.
    private var childlessLists = 0
    private var listTrouble = Trouble()

    private var readings: [Int: ShardReading] = [:]
    private var nextReading = 1
    // The readings that wait, each for its time.
    private var line = DelayedLine()
    private var calls = 0
    private var buffered = 0

    /// - Parameters:
    ///   - start: where to begin, if the checkpoint knows no shard.
    ///   - checkpoint: where to go on.
    init(start: StreamStart, checkpoint: StreamCheckpoint, options: StreamReadOptions) {
        self.options = options
        self.start = start
        self.checkpoint = checkpoint
        tree = ShardTree(checkpoint)
    }

    // MARK: Events

    mutating func handle(_ event: Event, at moment: Pacing.Moment) -> [Action] {
        guard !isDone else { return [] }
        self.moment = moment
        actions = []
        switch event {
        case .woke: isPaused = false
        case .paused: isPaused = true
        case .listed(let shards, let isDisabled): take(shards, isDisabled: isDisabled)
        case .listingFailed(let error): failListing(error)
        case .gotIterator(let iterator, let number):
            calls -= 1
            readings[number]?.iterator = iterator
            line.insert(number, until: moment.now)
        case .read(let answer, let number):
            calls -= 1
            buffered += answer.count
            take(answer, of: number)
        case .readingFailed(let error, let number):
            calls -= 1
            failReading(number, error)
        case .taken(let count): buffered -= count
        }
        if !isDone, !isPaused { plan() }
        return actions
    }

    /// When something is to be done though nothing happens; nil where that is never so.
    var nextWake: Duration? {
        guard !isDone else { return nil }
        return [hasRoom ? line.firstTime : nil, isListing ? nil : listTime].compactMap(\.self).min()
    }

    // MARK: Plans

    private var recordsPerCall: Int { max(1, min(options.recordsPerCall, Limits.recordsPerPage.upperBound)) }

    /// Whether another call may bring what it can: everything that is under way has its place reserved.
    private var hasRoom: Bool {
        if calls == 0, buffered == 0 { return true }
        return calls < max(1, options.concurrentCalls)
            && buffered + (calls + 1) * recordsPerCall <= options.bufferedChanges
    }

    private mutating func plan() {
        if !isListing, listTime <= moment.now {
            isListing = true
            actions.append(.list)
        }
        while hasRoom, let number = line.removeFirst(dueAt: moment.now), let reading = readings[number] {
            calls += 1
            actions.append(nextCall(of: reading, number))
        }
    }

    private func nextCall(of reading: ShardReading, _ number: Int) -> Action {
        guard let iterator = reading.iterator else {
            return .getIterator(shard: reading.shard, reading.position, reading: number)
        }
        return .read(iterator: iterator, limit: recordsPerCall, shard: reading.shard, reading: number)
    }

    private mutating func stop(_ action: Action) {
        isDone = true
        actions.append(action)
    }

    private mutating func pass(_ gap: StreamGap) {
        guard !isDone else { return }
        if options.passesGaps { actions.append(.pass(gap)) } else { stop(.fail(.gap(gap))) }
    }

    // MARK: Shards

    private mutating func take(_ shards: [Shard], isDisabled: Bool) {
        let (isFirstList, isFirst) = (!hasList, !hasList && checkpoint.shards.isEmpty)
        (isListing, hasList, self.isDisabled, listTrouble) = (false, true, isDisabled, Trouble())
        if isFirst { firstShards = Set(shards.compactMap(\.shardID)) }
        let news = tree.list(shards, at: moment.now)
        // Who begins with the latest change has nothing to read in a shard that is closed.
        let closed = isFirst && start == .latest ? Set(shards.filter(\.isClosed).compactMap(\.shardID)) : []
        let new = Set(news.new)
        for shard in shards {
            guard let name = shard.shardID, isFirstList || new.contains(name) else { continue }
            actions.append(.add(shard: name, parent: shard.parentShardID, isFinished: closed.contains(name)))
        }
        for shard in news.forgotten { actions.append(.forget(shard: shard)) }
        for shard in news.lost { pass(StreamGap(shardID: shard, lastSequenceNumber: nil, extent: .wholeShard)) }
        guard !isDone else { return }
        let readable = news.readable + news.new.filter(closed.contains).flatMap { tree.end($0) }
        for shard in readable where !closed.contains(shard) { begin(shard, isFirst: isFirst) }
        childlessLists = tree.awaitsChildren || shards.isEmpty ? childlessLists + 1 : 0
        listTime = moment.now + listPause
        finishIfAtEnd()
    }

    /// Children of a shard that has ended are looked for soon: they may hold changes already.
    private var listPause: Duration {
        guard childlessLists > 0, !isDisabled else { return options.discoveryInterval }
        return pause(options.pollInterval, options.discoveryInterval, step: childlessLists - 1)
    }

    private mutating func begin(_ shard: String, isFirst: Bool) {
        readings[nextReading] = ShardReading(shard: shard, position: position(of: shard, isFirst: isFirst))
        line.insert(nextReading, until: moment.now)
        nextReading += 1
    }

    private func position(of shard: String, isFirst: Bool) -> ShardPosition {
        switch checkpoint.shards[shard] {
        case .after(let sequenceNumber): return .after(sequenceNumber)
        case .unread: return firstPosition
        case .finished, nil: break
        }
        // A shard that came up later has only changes that were made since the start.
        if start == .latest { return isFirst ? .latest : .trimHorizon }
        return firstShards.contains(shard) ? firstPosition : .trimHorizon
    }

    private var firstPosition: ShardPosition { checkpoint.startTime.map(ShardPosition.time) ?? .trimHorizon }

    private mutating func end(_ number: Int) {
        guard let shard = readings.removeValue(forKey: number)?.shard else { return }
        actions.append(.end(shard: shard))
        for child in tree.end(shard) { begin(child, isFirst: false) }
        if tree.awaitsChildren, !isDisabled { (childlessLists, listTime) = (0, moment.now) }
        finishIfAtEnd()
    }

    private mutating func finishIfAtEnd() {
        if isDisabled, tree.isAtEnd { stop(.finish) }
    }

    private mutating func failListing(_ error: CallError) {
        isListing = false
        if error.code == .resourceNotFound {
            return stop(hasList && tree.isAtEnd ? .finish : .fail(.streamIsGone(checkpoint.streamArn)))
        }
        let wait = error.isWorthRepeating ? listTrouble.wait(at: moment, within: options.patience) : nil
        guard let wait else { return stop(.fail(.call(error))) }
        listTime = moment.now + wait
    }

    // MARK: Answers

    private mutating func take(_ answer: Answer, of number: Int) {
        guard var reading = readings[number] else { return }
        if let last = answer.last { reading.position = .after(last) }
        reading.iterator = answer.next
        reading.trouble = Trouble()
        reading.emptyAnswers = answer.count == 0 ? reading.emptyAnswers + 1 : 0
        readings[number] = reading
        guard answer.next != nil else { return end(number) }
        line.insert(number, until: moment.now + pollPause(after: reading.emptyAnswers))
    }

    private func pollPause(after emptyAnswers: Int) -> Duration {
        guard emptyAnswers > 0 else { return .zero }
        return pause(options.pollInterval, options.idlePollInterval, step: emptyAnswers - 1)
    }

    private mutating func failReading(_ number: Int, _ error: CallError) {
        guard var reading = readings[number] else { return }
        switch error.code {
        case .expiredIterator:
            reading.iterator = nil
            if reading.position == .latest { reading.position = firstPosition }
        case .trimmedDataAccess where reading.position != .trimHorizon:
            pass(reading.gap(.trimmed))
            reading.iterator = nil
            reading.position = .trimHorizon
        case .resourceNotFound:
            pass(reading.gap(.wholeShard))
            return isDone ? () : end(number)
        default:
            guard error.isWorthRepeating else { return stop(.fail(.call(error))) }
        }
        guard !isDone else { return }
        guard let wait = reading.trouble.wait(at: moment, within: options.patience) else {
            return stop(.fail(.call(error)))
        }
        readings[number] = reading
        line.insert(number, until: moment.now + wait)
    }

    private func pause(_ first: Duration, _ longest: Duration, step: Int) -> Duration {
        Backoff(base: max(first, .milliseconds(1)), cap: max(first, longest), jitter: .none)
            .wait(atStep: step, fraction: 0)
    }
}

extension StreamPlanner.ShardReading {
    fileprivate func gap(_ extent: StreamGap.Extent) -> StreamGap {
        StreamGap(shardID: shard, lastSequenceNumber: position.sequenceNumber, extent: extent)
    }
}

extension Shard {
    /// Whether it gets no more records.
    fileprivate var isClosed: Bool { sequenceNumberRange?.endingSequenceNumber != nil }
}
