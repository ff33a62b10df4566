// One step of a history: a request, or a few, and what must come of it.

/// Something that is done to the service and to the plain model alike.
protocol HistoryStep: Sendable {
    /// Throws a `Disagreement` where the two differ.
    func run(in world: inout HistoryWorld) async throws
}

extension SeededGenerator {
    /// The next step of a history.
    mutating func step(in world: HistoryWorld) -> any HistoryStep {
        let table = Int.random(in: 0..<world.tables.count, using: &self)
        let shape = world.tables[table].shape
        return switch Int.random(in: 0..<100, using: &self) {
        case 0..<52: WriteStep(of: table, shape, using: &self)
        case 52..<60: BatchWriteStep(using: &self)
        case 60..<66: GetStep(of: table, shape, using: &self)
        case 66..<70: BatchGetStep(using: &self)
        case 70..<72 where !world.cursors.isEmpty: CursorStep(pick(world.cursors))
        case 72..<75: startingAnywhere(PageStep(of: table, in: world, using: &self), shape)
        default: PageStep(of: table, in: world, using: &self)
        }
    }

    mutating func capacityChoice() -> CapacityChoice {
        pick([.indexes, .indexes, .indexes, .total, .none, .absent])
    }
}
