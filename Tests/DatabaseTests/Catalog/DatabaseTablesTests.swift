// How tables come, change and go.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct DatabaseTablesTests {
    private static let cats = TableName("Cats")!
    private static let region = "eu-north-1"

    @Test func `a table without a delay is active at once, and gone at once`() async throws {
        let database = try Database.forTests()

        let table = try await database.createTable()
        let found = try database.catalog.activeTable(named: Self.cats, in: Self.region)
        try await database.deleteTable()

        #expect(found === table)
        #expect(database.catalog.table(named: Self.cats, in: Self.region) == nil)
        #expect(throws: ServiceError.tableNotFound) {
            try database.catalog.activeTable(named: Self.cats, in: Self.region)
        }
    }

    @Test func `with a delay a table is creating, active, deleting and gone`() async throws {
        let clock = ManualClock()
        let database = try Database.forTests(clock: clock, transitionDelay: .seconds(2))
        func state() -> TableState? { database.catalog.table(named: Self.cats, in: Self.region)?.state }

        try await database.createTable()
        #expect(state() == .creating)
        #expect(throws: ServiceError.tableNotFound) {
            try database.catalog.activeTable(named: Self.cats, in: Self.region)
        }
        clock.advance(by: .milliseconds(1_999))
        #expect(state() == .creating)
        clock.advance(by: .milliseconds(1))
        #expect(state() == .active)

        try await database.deleteTable()
        #expect(state() == .deleting)
        #expect(database.catalog.tableNames(in: Self.region) == [Self.cats])
        clock.advance(by: .seconds(2))
        #expect(state() == nil)
        #expect(database.catalog.tableNames(in: Self.region) == [])
    }

    @Test func `a name that is taken cannot be taken again until the table is gone`() async throws {
        let clock = ManualClock()
        let database = try Database.forTests(clock: clock, transitionDelay: .seconds(1))
        let taken = ServiceError(.resourceInUse, "Table already exists: Cats")

        let first = try await database.createTable()
        await #expect(throws: taken) { try await database.createTable() }
        clock.advance(by: .seconds(1))
        await #expect(throws: taken) { try await database.createTable() }
        try await database.deleteTable()
        await #expect(throws: taken) { try await database.createTable() }
        clock.advance(by: .seconds(1))
        let second = try await database.createTable()

        #expect(second.id != first.id)
    }

    @Test func `only an active table can be deleted`() async throws {
        let clock = ManualClock()
        let database = try Database.forTests(clock: clock, transitionDelay: .seconds(1))
        let missing = ServiceError(.resourceNotFound, "Requested resource not found: Table: Cats not found")
        func inUse(_ reason: String) -> ServiceError {
            ServiceError(
                .resourceInUse,
                "Attempt to change a resource which is still in use: Table is being \(reason): Cats"
            )
        }

        await #expect(throws: missing) { try await database.deleteTable() }
        try await database.createTable()
        await #expect(throws: inUse("created")) { try await database.deleteTable() }
        clock.advance(by: .seconds(1))
        try await database.deleteTable()
        await #expect(throws: inUse("deleted")) { try await database.deleteTable() }
        clock.advance(by: .seconds(1))
        await #expect(throws: missing) { try await database.deleteTable() }
    }

    @Test func `the same name in two regions is two tables`() async throws {
        let database = try Database.forTests()

        let north = try await database.createTable(in: "eu-north-1")
        let west = try await database.createTable(in: "us-west-2")
        try await database.put(["id": "tom"], in: north)
        try await database.deleteTable(in: "us-west-2")

        #expect(north.id != west.id)
        #expect(database.catalog.tableNames(in: "us-west-2") == [])
        #expect(try await database.item(PrimaryKey(partition: "tom", sort: nil), of: north) == ["id": "tom"])
    }

    @Test func `names are listed in the order of their bytes`() async throws {
        let database = try Database.forTests()

        for name in ["cats", "Dogs", "a-b", "a_b", "ants"] { try await database.createTable(name) }

        #expect(database.catalog.tableNames(in: Self.region).map(\.text) == ["Dogs", "a-b", "a_b", "ants", "cats"])
    }

    @Test func `a new table of an old name begins empty`() async throws {
        let database = try Database.forTests()
        let old = try await database.createTable()
        try await database.put(["id": "tom"], in: old)

        try await database.deleteTable()
        let new = try await database.createTable()

        #expect(try await database.item(PrimaryKey(partition: "tom", sort: nil), of: new) == nil)
        #expect(try database.statistics(of: new) == TableStatistics())
    }

    @Test func `tables that are created and deleted at once leave one winner`() async throws {
        let database = try Database.forTests()

        let created = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 { group.addTask { (try? await database.createTable()) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        let deleted = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 { group.addTask { (try? await database.deleteTable()) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }

        #expect(created == 1)
        #expect(deleted == 1)
    }

    // MARK: Changing

    @Test func `a change of a table shows at once, and at the next opening`() async throws {
        let store = MemoryStore()
        let database = try Database.forTests(store)
        let created = try await database.createTable()

        let altered = try await database.alterTable { definition, moment in
            definition.settings.tableClass = .infrequentAccess
            definition.settings.tableClassTime = moment.now
        }

        let shown = try database.catalog.activeTable(named: Self.cats, in: Self.region)
        let reopened = try Database.forTests(store).catalog.activeTable(named: Self.cats, in: Self.region)
        #expect(shown === altered)
        #expect(altered.id == created.id)
        #expect(altered.definition.settings.tableClass == .infrequentAccess)
        #expect(reopened.definition == altered.definition)
        #expect(created.definition.settings.tableClass == .standard)
    }

    @Test func `a change that is refused changes nothing`() async throws {
        let store = MemoryStore()
        let database = try Database.forTests(store)
        let created = try await database.createTable()
        let refusal = ServiceError.validation("no")

        await #expect(throws: refusal) {
            try await database.alterTable { definition, _ in
                definition.settings.isDeletionProtected = true
                throw refusal
            }
        }

        #expect(try database.catalog.activeTable(named: Self.cats, in: Self.region) === created)
        #expect(
            try store.snapshot().value(for: KeySpace.definition(of: Self.cats, in: Self.region))
                == TableRecord(id: created.id, definition: created.definition).bytes
        )
    }

    @Test func `a change finds what the changes before it have made`() async throws {
        let database = try Database.forTests()
        try await database.createTable()

        await withTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                group.addTask {
                    _ = try? await database.alterTable { definition, _ in
                        definition.settings.tags.append(Tag(key: "\(number)", value: ""))
                    }
                }
            }
        }

        let table = try database.catalog.activeTable(named: Self.cats, in: Self.region)
        #expect(Set(table.definition.settings.tags.map(\.key)) == Set((0..<20).map { "\($0)" }))
    }

    @Test func `only a table that is there can be changed`() async throws {
        let clock = ManualClock()
        let database = try Database.forTests(clock: clock, transitionDelay: .seconds(1))
        let missing = ServiceError(.resourceNotFound, "Requested resource not found: Table: Cats not found")

        await #expect(throws: missing) { try await database.alterTable { _, _ in } }
        try await database.createTable()
        try await database.alterTable { _, _ in }
        clock.advance(by: .seconds(1))
        try await database.deleteTable()
        try await database.alterTable { _, _ in }
        clock.advance(by: .seconds(1))
        await #expect(throws: missing) { try await database.alterTable { _, _ in } }
    }

    @Test func `a table is updating for as long as its change says, and in use all the while`() async throws {
        let clock = ManualClock()
        let database = try Database.forTests(clock: clock, transitionDelay: .seconds(1))
        try await database.createTable()
        clock.advance(by: .seconds(1))

        let table = try await database.alterTable { definition, moment in definition.updatedTime = moment.ready }

        #expect(database.catalog.table(named: Self.cats, in: Self.region)?.state == .updating)
        #expect(try database.catalog.activeTable(named: Self.cats, in: Self.region) === table)
        await #expect(
            throws: ServiceError(
                .resourceInUse,
                "Attempt to change a resource which is still in use: "
                    + "Table: Cats is in the process of being updated."
            )
        ) {
            try await database.deleteTable()
        }
        clock.advance(by: .seconds(1))
        #expect(database.catalog.table(named: Self.cats, in: Self.region)?.state == .active)
        try await database.deleteTable()
    }

    // MARK: What keeps a table from being deleted

    @Test func `a protected table cannot be deleted`() async throws {
        let database = try Database.forTests()
        try await database.createTable()
        try await database.alterTable { definition, _ in definition.settings.isDeletionProtected = true }

        await #expect(
            throws: ServiceError.validation(
                "Resource cannot be deleted as it is currently protected against deletion. "
                    + "Disable deletion protection first."
            )
        ) {
            try await database.deleteTable()
        }

        try await database.alterTable { definition, _ in definition.settings.isDeletionProtected = false }
        try await database.deleteTable()
        #expect(database.catalog.table(named: Self.cats, in: Self.region) == nil)
    }

    @Test(arguments: [IndexState.creating, .updating, .deleting])
    func `a table cannot be deleted while an index comes, changes or goes`(state: IndexState) async throws {
        let clock = ManualClock()
        let database = try Database.forTests(clock: clock)
        let table = try await database.createTable(indexes: [.global(KeySchema(partition: .string("boss")))])
        let steps = await IndexSteps(of: database)
        try await database.alterTable { definition, moment in
            switch state {
            case .creating: definition.indexes[0].phase = .building
            case .updating: definition.indexes[0].updatedTime = moment.now.advanced(by: .seconds(1))
            case .deleting: definition.indexes[0].phase = .deleting
            case .active: break
            }
        }

        await #expect(
            throws: ServiceError(
                .resourceInUse,
                "Cannot delete table while indexes are being created, updated, or deleted."
            )
        ) {
            try await database.deleteTable()
        }

        steps.finish()
        clock.advance(by: .seconds(1))
        _ = try await database.settledTable()
        #expect(try await database.deleteTable().id == table.id)
    }

    @Test func `a deleted table takes its indexes with it`() async throws {
        let store = MemoryStore()
        let database = try Database.forTests(store)
        let table = try await database.createTable(indexes: [
            .global(KeySchema(partition: .string("boss"))), .local(sort: .string("nick"), id: 2),
        ])
        try await database.put(["id": "tom", "at": 1, "boss": "ann", "nick": "Tom"], in: table)

        try await database.deleteTable()
        await database.finishBackgroundWork()

        #expect(try store.snapshot().keys(of: KeySpace.entries(of: table.id)).isEmpty)
    }
}
