// The rules of tests, in the terms of the engine that carries them out.

import ApusModel
import ApusServer
import ApusThroughput

/// A rule as the server has it.
typealias EngineRule = ApusThroughput.FaultRule

extension FaultRule {
    /// The rule as the engine has it, by its own name or another.
    ///
    /// - Throws: `TestServerError` that says what is wrong with it, and what may stand there.
    func engineRule(named fallback: String) throws(TestServerError) -> EngineRule {
        let match = FaultMatch(operations: operations, table: table, index: index, key: key, caller: caller)
        let trigger = FaultTrigger(
            next: next,
            every: every,
            probability: probability,
            from: from.map { .after($0) },
            until: until.map { .after($0) }
        )
        do throws(ServiceError) {
            return try EngineRule(
                name: name ?? fallback,
                match: match,
                trigger: trigger,
                effect: effect.engineEffect
            )
        } catch {
            throw TestServerError(error.message ?? "\(error)")
        }
    }
}

extension FaultRule.Effect {
    fileprivate var engineEffect: FaultEffect {
        switch self {
        case .throttle(let throughput, let shortage): .throttle(throughput.reason(shortage))
        case .unprocessed(let count): .unprocessed(count)
        case .conflict: .conflict
        case .hold(let duration): .hold(duration)
        case .delay(let duration): .delay(.fixed(duration))
        case .longTailDelay(let median, let percentile99): .delay(.longTail(median: median, percentile99: percentile99))
        case .internalError(let phase): .error(phase.enginePhase)
        case .drop(let phase): .drop(phase.enginePhase)
        case .halfReply: .halfReply
        case .wrongChecksum: .wrongChecksum
        case .stale(let duration): .stale(duration)
        }
    }
}

extension FaultRule.Phase {
    fileprivate var enginePhase: FaultPhase {
        switch self {
        case .before: .before
        case .after: .after
        }
    }
}

extension FaultRule.Throughput {
    fileprivate func reason(_ shortage: FaultRule.Shortage) -> ApusModel.ThrottlingReason {
        let (direction, isOfIndex): (ApusModel.ThrottlingReason.Direction, Bool) =
            switch self {
            case .tableReads: (.read, false)
            case .tableWrites: (.write, false)
            case .indexReads: (.read, true)
            case .indexWrites: (.write, true)
            }
        let cause: ApusModel.ThrottlingReason.Cause =
            switch shortage {
            case .provisioned: .provisioned
            case .keyRange: .keyRange
            case .accountLimit: .accountLimit
            case .onDemandMaximum: .onDemandMaximum
            }
        return ApusModel.ThrottlingReason(direction, cause, ofIndex: isOfIndex)
    }
}
