// The service and the plain model side by side, and what was last said between them.

import ApusModel
import ApusWire

/// What the steps of a history work on.
struct HistoryWorld {
    var service: HistoryService
    var tables = PlainShape.all.map { PlainTable($0) }
    /// Pages that were left unfinished, to be gone on with after other steps.
    var cursors: [PageCursor] = []
    private(set) var lastRequest: (operation: OperationName, request: JSONTree)?

    private static let cursorLimit = 8

    init(on kind: HistoryService.StoreKind) throws {
        service = try HistoryService(on: kind)
    }

    mutating func createTables() async throws {
        for table in tables { _ = try await answer(to: .createTable, table.shape.creation) }
    }

    mutating func keep(_ cursor: PageCursor) {
        if cursors.count == Self.cursorLimit { cursors.removeFirst() }
        cursors.append(cursor)
    }

    // MARK: Requests

    /// The answer to a request that must not be refused.
    mutating func answer(to operation: OperationName, _ request: JSONTree) async throws -> JSONTree {
        lastRequest = (operation, request)
        do {
            return try await service.call(operation, request)
        } catch let error as ServiceError {
            throw Disagreement("refused with \(error.code.rawValue): \(error.message ?? "")")
        }
    }

    /// Makes a request that must be refused in one of these ways.
    mutating func expectRefusal(
        of operation: OperationName,
        _ request: JSONTree,
        as refusals: [PlainRefusal]
    ) async throws {
        lastRequest = (operation, request)
        do {
            let answer = try await service.call(operation, request)
            throw Disagreement("answered with \(answer); expected a refusal: \(refusals.map(\.fragment))")
        } catch let error as ServiceError {
            guard !refusals.contains(where: { $0.matches(error) }) else { return }
            throw Disagreement(
                "refused with \(error.code.rawValue): \(error.message ?? ""); expected \(refusals.map(\.fragment))"
            )
        }
    }
}

// MARK: What an answer must be

extension JSONTree {
    /// Compares a member with what it must be; nil for one that must be absent.
    func expect(_ name: String, _ expected: JSONTree?) throws {
        guard self[name] != expected else { return }
        throw Disagreement("\(name) is \(Self.shown(self[name])); expected \(Self.shown(expected))")
    }

    /// Compares the item under a name with what it must be; nil for none.
    func expectItem(_ name: String, _ expected: Item?) throws {
        guard try self[name]?.item() != expected else { return }
        throw Disagreement(
            "\(name) is \(Self.shown(self[name])); expected \(Self.shown(expected.map { JSONTree($0) }))"
        )
    }

    /// Throws if there is a member besides these.
    func expectNothing(besides names: [String]) throws {
        guard let other = members.first(where: { !names.contains($0.name) }) else { return }
        throw Disagreement("there is a member \(other.name)")
    }

    private static func shown(_ tree: JSONTree?) -> String {
        tree?.description ?? "absent"
    }
}
