// Brings what the store has completed back to the event loop of its connection.

import ApusStorage
import NIOCore

/// Runs completions on an event loop: all of one group in one go.
final class EventLoopExecutor: CompletionExecutor {
    private let eventLoop: any EventLoop

    init(_ eventLoop: any EventLoop) {
        self.eventLoop = eventLoop
    }

    func run(_ completions: [@Sendable () -> Void]) {
        eventLoop.execute {
            for completion in completions { completion() }
        }
    }
}

/// The executors of a group of event loops: one each, so that completions for one loop travel together.
struct EventLoopExecutors: Sendable {
    private let executors: [ObjectIdentifier: EventLoopExecutor]

    init(of group: any EventLoopGroup) {
        executors = Dictionary(
            uniqueKeysWithValues: group.makeIterator().map { (ObjectIdentifier($0), EventLoopExecutor($0)) }
        )
    }

    /// - Precondition: the event loop is one of the group.
    subscript(eventLoop: any EventLoop) -> EventLoopExecutor {
        guard let executor = executors[ObjectIdentifier(eventLoop)] else {
            preconditionFailure("the event loop belongs to another group")
        }
        return executor
    }
}
