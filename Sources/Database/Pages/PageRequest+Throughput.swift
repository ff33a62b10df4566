// What a page takes of the throughput of its table or index.

import ApusModel
import ApusThroughput

extension PageRequest {
    /// What the page may read at once.
    ///
    /// - Throws: the throttling error of the table or the index where that is nothing.
    func allowance(at now: Timestamp) throws(ServiceError) -> PageAllowance {
        let bounds = bounds
        return try table.throughput.pageAllowance(
            of: resource,
            startingAt: startPlace,
            within: (least: KeyPlace(bounds.lower, keyForm), greatest: bounds.upper.map { KeyPlace($0, keyForm) }),
            form: keyForm,
            now
        )
    }

    /// Whether nothing is left of what the page was allowed.
    func isUsedUp(_ allowance: PageAllowance, by end: PageEnd) -> Bool {
        allowance.isUsedUp(by: units(of: end) + fetchedUnits(of: end), isConsistent: isConsistent)
    }

    /// Takes what the page has used.
    ///
    /// - Throws: the throttling error, where others have used up meanwhile what the page was allowed.
    func admit(_ end: PageEnd, _ allowance: PageAllowance, at now: Timestamp) throws(ServiceError) {
        let charges = allowance.charges(end.consumed.total, of: resource, startingAt: startPlace)
        try table.throughput.admitPage(charges, now)
    }

    /// What a page takes: of the index where one is read, and of the table only for the items fetched besides, each of
    /// which counts by itself.
    func consumed(by end: PageEnd) -> ConsumedUnits {
        guard let index else { return ConsumedUnits(table: units(of: end)) }
        var consumed = ConsumedUnits(table: fetchedUnits(of: end))
        consumed.add(units(of: end), to: index.definition)
        return consumed
    }

    private func units(of end: PageEnd) -> Double {
        CapacityUnits.reading(bytes: end.scannedBytes, isConsistent: isConsistent)
    }

    private func fetchedUnits(of end: PageEnd) -> Double {
        CapacityUnits.reading(blocks: end.fetchedBlocks, isConsistent: isConsistent)
    }

    private var isOfGlobalIndex: Bool { index.map { !$0.isLocal } ?? false }

    /// A local index has the throughput of its table.
    private var resource: TableThroughput.Resource {
        guard let index, isOfGlobalIndex else { return .table }
        return .index(index.definition.id)
    }

    private var keyForm: KeyForm { isOfGlobalIndex ? Index.globalKeyForm : table.keyForm }

    /// Where the page begins.
    private var startPlace: KeyPlace {
        KeyPlace(start?.entryKey ?? bounds.lower, keyForm)
    }
}
