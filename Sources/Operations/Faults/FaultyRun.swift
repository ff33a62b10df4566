// A request that meets faults.

import ApusModel
import ApusThroughput
import ApusWire
import Dispatch

/// One run of an operation, with the faults that were decided for it.
struct FaultyRun<Wanted: Operation>: Sendable {
    let request: Wanted.Request
    let decision: FaultDecision
    let context: RequestContext
    let reply: Dispatcher.Reply

    /// Waits first, by the clock of the machine: what is delayed is the answer, not what it says of time.
    func begin() {
        guard decision.delay > .zero else { return carryOut() }
        let (seconds, attoseconds) = decision.delay.components
        let delay = Double(seconds) + Double(attoseconds) / 1e18
        DispatchQueue.global().asyncAfter(deadline: .now() + delay) {
            context.executor.run([{ carryOut() }])
        }
    }

    private func carryOut() {
        if decision.failure == .before || decision.reply == .dropped(.before) { return answer(.failure(Self.failure)) }
        var context = context
        context.staleness = decision.staleness
        context.heldBack = heldBack
        context.transactionWindow = decision.hold
        // Only batches and transactions tell one entry from another.
        if !Wanted.takesEntriesSingly, let refusal = context.heldBack[0] { return answer(.failure(refusal)) }
        do throws(ServiceError) {
            try Wanted.runAdmitted(request, in: context) { result in
                let isLost = decision.failure == .after && result.isSuccess
                answer(isLost ? .failure(Self.failure) : result)
            }
        } catch {
            answer(.failure(error))
        }
    }

    private func answer(_ result: Result<Wanted.Response, any Error>) {
        reply(Dispatcher.Answer(result, of: Wanted.self, fault: decision.reply))
    }

    /// The entries that are kept from being done, and why.
    private var heldBack: [Int: ServiceError] {
        guard !decision.throttled.isEmpty || !decision.unprocessed.isEmpty || !decision.conflicts.isEmpty else {
            return [:]
        }
        let entries = context.faultEntries(of: request)
        func entry(_ position: Int) -> FaultSubject.Entry? {
            entries.indices.contains(position) ? entries[position] : nil
        }
        var refusals: [Int: ServiceError] = [:]
        for (position, reason) in decision.throttled {
            refusals[position] = context.refusal(of: entry(position), reason)
        }
        let direction: ThrottlingReason.Direction = Wanted.name == .batchGetItem ? .read : .write
        for position in decision.unprocessed {
            let reason = ThrottlingReason(direction, .keyRange, ofIndex: false)
            refusals[position] = context.refusal(of: entry(position), reason)
        }
        for position in decision.conflicts where (request as? any FaultTarget)?.canConflict(at: position) ?? true {
            refusals[position] = .transactionConflict
        }
        return refusals
    }

    private static var failure: ServiceError {
        ServiceError(.internalServerError, "The request processing has failed because of an unknown error")
    }
}

extension Result {
    fileprivate var isSuccess: Bool {
        if case .success = self { true } else { false }
    }
}
