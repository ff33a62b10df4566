// How the items of tables expire: their indexes by time are filled, swept and cleared away.

import ApusModel
import ApusStorage
import Logging

extension Database {
    /// Calls `body` once all items have been removed that are to be removed by now. With a clock that is moved, that is
    /// all that what came before the call asks for.
    package func whenExpiriesSettled(_ body: @escaping @Sendable () -> Void) {
        expirations.whenSettled(body)
    }

    /// How many items of a table were removed since the store was opened, because they had expired.
    package func expiredItemCount(of table: Table) -> Int {
        table.line.expiredItemCount.load(ordering: .relaxed)
    }

    /// Begins what the newest version of a table asks for, unless it has begun already.
    func tendExpiry(of table: Table) {
        guard let setting = table.definition.settings.expiry else { return }
        let isNew = expirations.follow(table)
        guard !table.isDeleted, isNew || !setting.isEnabled else { return }
        let firstKept = setting.isEnabled ? setting.generation : setting.generation + 1
        expirations.run { [weak self] in
            self?.clearExpiries(of: table, beforeGeneration: firstKept)
            if isNew { self?.fillExpiry(of: table) }
        }
    }

    /// How many items one transaction removes at most.
    private static let removedAtOnce = 250

    // MARK: Sweeping

    /// Removes some items, at the pace that is set.
    func sweepExpired(_ sweep: ExpirySchedule.Sweep, of line: TableLine) {
        do {
            guard let table = line.newest, let expiry = table.expiry, expiry.generation == sweep.generation else {
                return expirations.end(at: sweep.start, next: nil)
            }
            let now = clock.now
            let expired = try ExpiredItems(
                reading: store.snapshot(),
                by: expiry,
                from: sweep.start,
                at: now,
                dueUntil: now.advanced(by: .zero - settings.expiryDelay),
                limit: settings.expiryPace.map { min(Self.removedAtOnce, max(1, $0 / 10)) } ?? Self.removedAtOnce
            )
            guard !expired.entries.isEmpty else { return expirations.end(at: expired.end, next: expired.nextTime) }
            remove(expired, from: table, in: sweep)
        } catch {
            giveUp(on: sweep, of: line, because: error)
        }
    }

    private func remove(_ expired: ExpiredItems, from table: Table, in sweep: ExpirySchedule.Sweep) {
        write(completingOn: ImmediateExecutor.shared) { writer in
            try expired.remove(from: table, by: writer)
        } completion: { [weak self] result in
            guard let self else { return }
            switch result {
            case .failure(let error): giveUp(on: sweep, of: table.line, because: error)
            case .success(let removal):
                table.line.expiredItemCount.add(removal.removedCount, ordering: .relaxed)
                let pause = settings.expiryPace.map { Double(expired.entries.count) / Double($0) } ?? 0
                expirations.run(after: pause) { [expirations] in
                    expirations.end(at: expired.end, next: expired.nextTime)
                }
                if let time = removal.postponedTime { expirations.postpone(time, in: table.id) }
            }
        }
    }

    /// Leaves a table until an item of it gets a time or the store is opened again, unless what is in the way will
    /// pass.
    private func giveUp(on sweep: ExpirySchedule.Sweep, of line: TableLine, because error: any Error) {
        if case StorageError.overloaded = error {
            return expirations.run(after: Expirations.secondsUntilRetry) { [weak self] in
                self?.sweepExpired(sweep, of: line)
            }
        }
        expirations.end(at: sweep.start, next: nil)
        report("expired items could not be removed; restart apus to try again", error, of: line.newest)
    }

    // MARK: Filling and clearing

    /// Enters the next items, and comes back for more. Where it stands is stored with them, so a crash loses nothing.
    private func fillExpiry(of table: Table) {
        do {
            guard let newest = table.line.newest, let expiry = newest.expiry,
                let part = try ExpiryFilling(reading: store.snapshot(), of: newest, by: expiry)
            else { return expirations.endFilling() }
            enter(part, into: table)
        } catch {
            giveUpFilling(of: table, because: error)
        }
    }

    private func enter(_ part: ExpiryFilling, into table: Table) {
        store.write(completingOn: ImmediateExecutor.shared) { [expirations] transaction in
            try part.enter(into: table, transaction, noting: expirations)
        } completion: { [weak self] result in
            guard let self else { return }
            switch result {
            case .failure(let error): giveUpFilling(of: table, because: error)
            case .success(true) where !part.isLast:
                expirations.run { [weak self] in self?.fillExpiry(of: table) }
            // Where it is wanted no more, another may have taken its place, which has a filling of its own.
            case .success: expirations.endFilling()
            }
        }
    }

    private func giveUpFilling(of table: Table, because error: any Error) {
        if case StorageError.overloaded = error {
            return expirations.run(after: Expirations.secondsUntilRetry) { [weak self] in self?.fillExpiry(of: table) }
        }
        expirations.endFilling()
        report("an index by time could not be filled; restart apus to try again", error, of: table)
    }

    /// Clears away what is stored of earlier generations. Nothing writes there any more: whatever changes an item goes
    /// by the newest definition. A crash may bring it back, hence the look at each opening.
    private func clearExpiries(of table: Table, beforeGeneration generation: UInt32) {
        do {
            for range in KeySpace.expiries(beforeGeneration: generation, of: table.id) {
                var isEmpty = true
                try store.snapshot().scan(range, .forward) { _, _ in
                    isEmpty = false
                    return .stop
                }
                if !isEmpty { try store.discard(range) }
            }
        } catch {
            report("an index by time could not be cleared away", error, of: table)
        }
    }

    /// Nothing is amiss where the table was deleted or the store closed meanwhile.
    private func report(_ sentence: Logger.Message, _ error: any Error, of table: Table?) {
        if error is ServiceError { return }
        if case StorageError.closed = error { return }
        logger.error(sentence, metadata: ["table": "\(table?.name.text ?? "")", "error": "\(error)"])
    }
}
