// Statements and the plain operations that do the same: equal answers, equal refusals, equal capacity.

import ApusModel
import ApusWire
import Testing

struct TwinTests {
    private static let seeds: [UInt64] = [1, 2, .random(in: 0...UInt64.max)]

    @Test(arguments: seeds)
    func `statements answer and cost what plain operations do, on random tables`(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        for shape in PlainShape.all + [generator.shape(), generator.shape(), generator.shape()] {
            let tables = try await TwinTables(of: shape)
            for step in 0..<120 {
                try await tables.write(.write(to: shape, &generator), "seed \(seed), step \(step)")
            }
            for step in 0..<150 {
                try await tables.read(.read(of: shape, &generator), "seed \(seed), step \(step)")
            }
            try await tables.requireEqualItems()
            #expect(tables.tally.isTelling, "\(shape.tableName): \(tables.tally)")
        }
    }
}

/// How often twins succeeded with items, and how often they were refused: a test that sees one only shows little.
private final class TwinTally: CustomStringConvertible {
    var (found, empty, refused) = (0, 0, 0)

    var isTelling: Bool { found > 40 && empty > 20 && refused > 10 }
    var description: String { "\(found) with items, \(empty) without, \(refused) refused" }

    func count(_ answer: TwinAnswer) {
        if answer.refusal != nil {
            refused += 1
        } else if answer.items.isEmpty {
            empty += 1
        } else {
            found += 1
        }
    }
}

/// What an answer tells, of a statement or of a plain request.
private struct TwinAnswer: Equatable {
    var items: [JSONTree] = []
    var capacity: JSONTree?
    var lastKey: JSONTree?
    var refusal: String?

    static func + (left: TwinAnswer, right: TwinAnswer) -> TwinAnswer {
        let units = [left, right].compactMap { $0.capacity?.units }.reduce(0, +)
        return TwinAnswer(
            items: left.items + right.items,
            capacity: ["CapacityUnits": .number(units)],
            refusal: left.refusal ?? right.refusal
        )
    }
}

extension JSONTree {
    fileprivate var units: Double {
        if case .number(let units)? = self["CapacityUnits"] { units } else { 0 }
    }
}

/// Two services with one table each: statements write to one, plain requests to the other.
private struct TwinTables {
    let tally = TwinTally()
    private let shape: PlainShape
    private let statements: HistoryService
    private let plain: HistoryService

    init(of shape: PlainShape) async throws {
        self.shape = shape
        statements = try HistoryService(on: .memory)
        plain = try HistoryService(on: .memory)
        for service in [statements, plain] { _ = try await service.call(.createTable, shape.creation) }
    }

    func write(_ request: TwinRequest, _ place: String) async throws {
        let mine = try await answer(to: request.statement, by: .executeStatement, of: statements)
        let theirs = try await answer(to: request.plain[0], by: request.operation, of: plain)
        tally.count(mine)
        #expect(mine == theirs, "\(place): \(request.statement) and \(request.operation) \(request.plain)")
    }

    func read(_ request: TwinRequest, _ place: String) async throws {
        var request = request
        while true {
            let told = try await tell(request)
            let theirs = try await plainAnswer(to: request)
            tally.count(told.answer)
            #expect(
                told.answer == theirs,
                "\(place): \(request.statement) and \(request.operation) \(request.plain)"
            )
            guard request.hasPages, let lastKey = theirs.lastKey, let token = told.token else { return }
            request.goOn(with: token, after: lastKey)
        }
    }

    private func tell(_ request: TwinRequest) async throws -> (answer: TwinAnswer, token: JSONTree?) {
        do {
            let tree = try await statements.call(.executeStatement, request.statement)
            var answer = TwinAnswer(tree)
            if request.plain.count > 1 { answer.capacity = ["CapacityUnits": .number(answer.capacity?.units ?? 0)] }
            return (answer, tree["NextToken"])
        } catch let error as ServiceError {
            return (TwinAnswer(error), nil)
        }
    }

    private func plainAnswer(to request: TwinRequest) async throws -> TwinAnswer {
        var answers: [TwinAnswer] = []
        for plain in request.plain {
            answers.append(try await answer(to: plain, by: request.operation, of: statements))
        }
        return answers.count == 1 ? answers[0] : answers.reduce(TwinAnswer(), +)
    }

    private func answer(
        to request: JSONTree,
        by operation: OperationName,
        of service: HistoryService
    ) async throws -> TwinAnswer {
        do {
            return TwinAnswer(try await service.call(operation, request))
        } catch let error as ServiceError {
            return TwinAnswer(error, isPut: operation == .putItem)
        }
    }

    func requireEqualItems() async throws {
        let scan: JSONTree = ["TableName": .string(shape.tableName), "ReturnConsumedCapacity": "TOTAL"]
        let mine = try await statements.call(.scan, scan)
        #expect(mine == (try await plain.call(.scan, scan)))
    }
}

extension TwinAnswer {
    fileprivate init(_ tree: JSONTree) {
        items = tree["Items"]?.elements ?? (tree["Item"] ?? tree["Attributes"]).map { [$0] } ?? []
        capacity = tree["ConsumedCapacity"]
        lastKey = tree["LastEvaluatedKey"]
    }

    /// The refusal without the name of an expression, which statements do not have.
    fileprivate init(_ error: ServiceError, isPut: Bool = false) {
        let error = isPut && error.code == .conditionalCheckFailed ? ServiceError.duplicateItem : error
        let message = (error.message ?? "").replacing(#/^Invalid [A-Za-z]+Expression: /#, with: "")
        refusal = "\(error.code.rawValue): \(message)"
    }
}

extension TwinRequest {
    fileprivate mutating func goOn(with token: JSONTree, after lastKey: JSONTree) {
        statement = statement.replacing("NextToken", by: token)
        plain = plain.map { $0.replacing("ExclusiveStartKey", by: lastKey) }
    }
}

extension JSONTree {
    fileprivate func replacing(_ name: String, by value: JSONTree) -> JSONTree {
        var tree = JSONTree.object(members.filter { $0.name != name })
        tree.add(name, value)
        return tree
    }
}
