// One trigger: follows the streams of a table, and brings their changes to a function.

import Apus
import ApusModel
import Logging

/// Delivers the changes of one table, batch by batch.
///
/// A batch counts as processed once each of its records is delivered or taken down in the file of failures, and then the
/// next one is read. So each change is delivered at least once, and those of an item in their order.
struct Trigger: Sendable {
    private let target: TriggerTarget
    private let settings: TriggerSettings
    private let client: DynamoDBClient
    private let function: TriggerFunction
    private let failures: TriggerFailureFile
    private let checkpoints: any CheckpointStore
    private let chance: any Chance
    private let logger: Logger

    // How often in a row there was nothing to read.
    private var idleCount = 0
    // Why nothing was read at last, which is told once.
    private var lastTrouble: String?

    private static let idlePauses = Backoff(base: .seconds(1), cap: .seconds(5), jitter: .none)
    private static let filePauses = Backoff(base: .seconds(1), cap: .seconds(10), jitter: .none)

    init(
        target: TriggerTarget,
        settings: TriggerSettings,
        client: DynamoDBClient,
        failures: TriggerFailureFile,
        chance: any Chance,
        logger: Logger
    ) {
        self.target = target
        self.settings = settings
        self.client = client
        self.failures = failures
        self.chance = chance
        var logger = logger
        logger[metadataKey: "table"] = "\(target.table)"
        logger[metadataKey: "url"] = "\(target.url)"
        self.logger = logger
        function = TriggerFunction(target)
        if let folder = settings.checkpointsPath {
            checkpoints = FileCheckpoints(folder: "\(folder)/\(target.folderName)")
        } else {
            checkpoints = MemoryCheckpoints()
        }
    }

    /// Delivers until the task is cancelled.
    mutating func run() async {
        while !Task.isCancelled {
            do {
                try await follow()
            } catch StreamReadError.noStream {
                if isNew("no stream") { logger.warning("a trigger waits: its table is not there or has no stream") }
            } catch is CancellationError {
                return
            } catch {
                guard !Task.isCancelled else { return }
                if isNew("\(error)") {
                    logger.error("a trigger cannot follow its stream", metadata: ["reason": "\(error)"])
                }
            }
            // The task may be cancelled meanwhile, which the loop looks at.
            try? await Task.sleep(for: Self.idlePauses.wait(atStep: idleCount, fraction: 0))
            idleCount += 1
        }
    }

    private mutating func isNew(_ trouble: String) -> Bool {
        defer { lastTrouble = trouble }
        return trouble != lastTrouble
    }

    /// Delivers what a stream has, until it is disabled and read to its end. The next time the stream after it has its
    /// turn.
    private mutating func follow() async throws {
        let stream = client.changes(ofTable: target.table, checkpoints: checkpoints, options: Self.options)
        var gapCount = 0
        for try await batch in stream.batches(upTo: settings.batchCount) {
            let gaps = await stream.gaps
            for gap in gaps[gapCount...] {
                logger.error("a trigger has lost changes", metadata: ["gap": "\(gap)"])
            }
            gapCount = gaps.count
            try await deliver(batch)
            try await stream.commit(batch)
            (idleCount, lastTrouble) = (0, nil)
        }
    }

    private static var options: StreamReadOptions {
        var options = StreamReadOptions()
        options.commits = .explicitly
        options.passesGaps = true
        // The server is in this process, so asking it often costs little.
        options.pollInterval = .milliseconds(100)
        options.idlePollInterval = .milliseconds(500)
        return options
    }

    // MARK: One batch

    private func deliver(_ batch: ChangeBatch) async throws {
        let event = TriggerEvent(batch.changes)
        var delivery = TriggerDelivery(count: batch.changes.count, rules: settings.rules)
        var action = delivery.handle(.began, fraction: 0)
        while action != .finish {
            let result = try await perform(action, event, shardID: batch.shardID)
            action = delivery.handle(result, fraction: Double(chance.next() >> 11) * 0x1p-53)
        }
    }

    private func perform(
        _ action: TriggerDelivery.Action,
        _ event: TriggerEvent,
        shardID: String
    ) async throws -> TriggerDelivery.Event {
        switch action {
        case .send(let range, let pause):
            try await Task.sleep(for: pause)
            let outcome = await function.send(range, of: event)
            if case .failed(let reason) = outcome {
                // What was broken off says nothing about the function.
                try Task.checkCancellation()
                logger.warning(
                    "a function did not take an event",
                    metadata: ["records": "\(range.count)", "reason": "\(reason)"]
                )
            }
            return .answered(outcome)
        case .giveUp(let range, let attempts, let reason):
            let failure = TriggerFailure(
                time: SystemClock().now,
                target: target,
                shardID: shardID,
                event: event,
                range: range,
                attempts: attempts,
                reason: reason
            )
            try await takeDown(failure)
            return .tookDown
        case .finish: preconditionFailure("a delivery that is finished has no further step")
        }
    }

    /// Writes down what is given up. Nothing goes on before that is done.
    private func takeDown(_ failure: TriggerFailure) async throws {
        logger.error(
            "a trigger gives up records",
            metadata: ["records": "\(failure.range.count)", "reason": "\(failure.reason)", "file": "\(failures.path)"]
        )
        var count = 0
        while true {
            do throws(TriggerFailureFile.WriteError) {
                return try await failures.append(failure.line)
            } catch {
                logger.error(
                    "the file of failures cannot be written",
                    metadata: ["file": "\(failures.path)", "reason": "\(error.reason)"]
                )
            }
            try await Task.sleep(for: Self.filePauses.wait(atStep: count, fraction: 0))
            count += 1
        }
    }
}
