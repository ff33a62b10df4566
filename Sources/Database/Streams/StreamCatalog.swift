// Which streams there are, in memory, as the store has them.

import ApusModel
import ApusStorage
import Synchronization

/// The streams of all regions. It changes on the writer thread only, after what it shows is durable.
package final class StreamCatalog: Sendable {
    fileprivate struct TableKey: Hashable {
        let region: String
        let name: TableName
    }

    fileprivate struct State {
        var streams: [UInt32: Stream] = [:]
        /// The streams of tables of one name.
        var ids: [TableKey: Set<UInt32>] = [:]
        /// When a stream of a table of this name was last enabled.
        var labels: [TableKey: Timestamp] = [:]
        /// When to look after a stream next.
        var alarms: [UInt32: Timestamp] = [:]
    }

    private let state: Mutex<State>
    private let clock: any WallClock

    init(_ streams: [Stream], clock: any WallClock) {
        var state = State()
        for stream in streams { state.show(stream) }
        self.state = Mutex(state)
        self.clock = clock
    }

    // MARK: Looking up

    /// The stream with an id; nil where there is none any more.
    package func stream(_ id: UInt32) -> Stream? {
        state.withLock { $0.streams[id] }.flatMap { $0.isGone(at: clock.now) ? nil : $0 }
    }

    /// The streams of a region, or of those of its tables that have one name, in the order of names and times.
    package func streams(in region: String, ofTable name: TableName? = nil) -> [Stream] {
        let now = clock.now
        return state.withLock { $0.streams(in: region, ofTable: name) }
            .filter { !$0.isGone(at: now) }
            .sorted { ($0.tableName, $0.creationTime) < ($1.tableName, $1.creationTime) }
    }

    /// The stream with an id, whatever its state.
    func storedStream(_ id: UInt32) -> Stream? { state.withLock { $0.streams[id] } }

    /// All streams that are stored, whatever their state.
    var storedStreams: [Stream] { state.withLock { Array($0.streams.values) } }

    // MARK: Changing

    func show(_ stream: Stream) {
        state.withLock { $0.show(stream) }
    }

    func forget(_ id: UInt32) {
        state.withLock { state in
            guard let stream = state.streams.removeValue(forKey: id) else { return }
            state.alarms[id] = nil
            let key = TableKey(region: stream.region, name: stream.tableName)
            state.ids[key]?.remove(id)
            if state.ids[key]?.isEmpty ?? false { state.ids[key] = nil }
            if state.labels[key] == stream.creationTime { state.labels[key] = nil }
        }
    }

    /// The time that labels a new stream of a table: the wanted one, or the first after those of earlier streams.
    func takeLabel(of name: TableName, in region: String, at time: Timestamp) -> Timestamp {
        state.withLock { state in
            let key = TableKey(region: region, name: name)
            let earliest = state.labels[key]?.advanced(by: .milliseconds(1)) ?? time
            state.labels[key] = max(time, earliest)
            return max(time, earliest)
        }
    }

    // MARK: Alarms

    /// Notes that a stream is to be looked after at a time. False where it will be by then anyway.
    func setAlarm(of id: UInt32, at time: Timestamp) -> Bool {
        state.withLock { state in
            if let alarm = state.alarms[id], alarm <= time { return false }
            state.alarms[id] = time
            return true
        }
    }

    /// Answers whether the alarm of a stream is the one that was set for this time, and forgets it then.
    func takeAlarm(of id: UInt32, at time: Timestamp) -> Bool {
        state.withLock { state in
            guard state.alarms[id] == time else { return false }
            state.alarms[id] = nil
            return true
        }
    }
}

extension StreamCatalog.State {
    fileprivate mutating func show(_ stream: Stream) {
        streams[stream.id] = stream
        let key = StreamCatalog.TableKey(region: stream.region, name: stream.tableName)
        ids[key, default: []].insert(stream.id)
        labels[key] = max(labels[key] ?? stream.creationTime, stream.creationTime)
    }

    fileprivate func streams(in region: String, ofTable name: TableName?) -> [Stream] {
        guard let name else { return streams.values.filter { $0.region == region } }
        let ids = ids[StreamCatalog.TableKey(region: region, name: name)] ?? []
        return ids.compactMap { streams[$0] }
    }
}
