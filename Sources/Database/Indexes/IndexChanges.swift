// What a change of an item changes in the indexes of its table, and what that costs.

import ApusModel
import ApusThroughput

/// What the indexes of a table hold of an item before and after a change of it.
struct IndexChanges {
    enum Effect {
        /// The item has no entry, before or after.
        case nothing
        /// The entry stays as it is.
        case unchanged(IndexEntry)
        case insertion(IndexEntry)
        case deletion(IndexEntry)
        /// Under the same key.
        case replacement(IndexEntry, by: IndexEntry)
        /// To another key.
        case move(IndexEntry, to: IndexEntry)
    }

    private(set) var parts: [(index: Index, effect: Effect)] = []

    /// How many times the units of a plain write the changes take.
    private let unitsFactor: Double

    /// - Precondition: the states of an item of a table with indexes have the item itself.
    init(of change: ItemChange, in table: Table, from old: ItemState?, to new: ItemState?) {
        unitsFactor = change.origin.unitsFactor
        let key = change.key
        let oldPart = old.map { table.indexedPart(of: $0.item!) }
        let newPart = new.map { table.indexedPart(of: $0.item!) }
        for index in table.indexes {
            let oldEntry = old.flatMap { index.entry(of: $0.item!, indexed: oldPart!, with: key) }
            let newEntry = new.flatMap { index.entry(of: $0.item!, indexed: newPart!, with: key) }
            parts.append((index, Effect(from: oldEntry, to: newEntry)))
        }
    }

    /// The sizes of the entries in local indexes, before and after.
    var localBytes: (old: Int, new: Int) {
        parts.reduce(into: (0, 0)) { sum, part in
            guard part.index.isLocal else { return }
            sum.old += part.effect.oldSize
            sum.new += part.effect.newSize
        }
    }

    /// Adds the units that the changes take of each index.
    func add(to consumed: inout ConsumedUnits) {
        for part in parts {
            consumed.add(units(of: part.effect), to: part.index.definition)
        }
    }

    /// What the changes take of the throughput of global indexes. Local indexes have that of their table.
    var globalCharges: [TableThroughput.Charge] {
        parts.flatMap { part -> [TableThroughput.Charge] in
            guard !part.index.isLocal else { return [] }
            return part.effect.writes.map { write in
                let place = KeyPlace(write.entry.key, Index.globalKeyForm)
                return TableThroughput.Charge(
                    write.units * unitsFactor,
                    of: .index(part.index.definition.id),
                    at: place
                )
            }
        }
    }

    /// The units that the changes take of local indexes, and so of the table.
    var localUnits: Double {
        parts.reduce(0) { $1.index.isLocal ? $0 + units(of: $1.effect) : $0 }
    }

    private func units(of effect: Effect) -> Double {
        effect.writes.reduce(0) { $0 + $1.units } * unitsFactor
    }
}

extension IndexChanges.Effect {
    fileprivate init(from old: IndexEntry?, to new: IndexEntry?) {
        switch (old, new) {
        case (nil, nil): self = .nothing
        case (let old?, nil): self = .deletion(old)
        case (nil, let new?): self = .insertion(new)
        case (let old?, let new?) where old.key == new.key:
            self = old.item == new.item ? .unchanged(new) : .replacement(old, by: new)
        case (let old?, let new?): self = .move(old, to: new)
        }
    }

    /// The writes that the effect takes, by the rules of the service: an entry that gets another key is deleted and
    /// inserted, one that stays the same is not written.
    fileprivate var writes: [(entry: IndexEntry, units: Double)] {
        switch self {
        case .nothing, .unchanged: []
        case .insertion(let entry), .deletion(let entry): [(entry, CapacityUnits.writing(bytes: entry.size))]
        case .replacement(let old, let new): [(new, CapacityUnits.writing(bytes: max(old.size, new.size)))]
        case .move(let old, let new):
            [
                (old, CapacityUnits.writing(bytes: old.size)),
                (new, CapacityUnits.writing(bytes: new.size)),
            ]
        }
    }

    fileprivate var oldSize: Int {
        switch self {
        case .nothing, .insertion: 0
        case .unchanged(let entry), .deletion(let entry), .replacement(let entry, _), .move(let entry, _): entry.size
        }
    }

    fileprivate var newSize: Int {
        switch self {
        case .nothing, .deletion: 0
        case .unchanged(let entry), .insertion(let entry), .replacement(_, let entry), .move(_, let entry): entry.size
        }
    }
}
