// A statement by chance, and the plain request that asks for the same.

import ApusModel
import ApusWire

/// Two requests that must get the same answer.
struct TwinRequest {
    /// The body of an ExecuteStatement.
    var statement: JSONTree
    let operation: OperationName
    /// The bodies of the plain requests: one, or several whose answers count together.
    var plain: [JSONTree]
    /// Whether the answer may come in pages.
    var hasPages = false

    fileprivate init(
        _ text: String,
        _ writer: TwinWriter,
        _ operation: OperationName,
        _ plain: [JSONTree],
        limit: Int? = nil
    ) {
        statement = ["Statement": .string(text), "ReturnConsumedCapacity": "INDEXES"]
        if !writer.parameters.isEmpty {
            statement.add("Parameters", .array(writer.parameters.map { JSONTree($0) }))
        }
        self.operation = operation
        self.plain = plain.map { request in
            var request = request
            request.add("ReturnConsumedCapacity", "INDEXES")
            writer.members.add(to: &request)
            return request
        }
        guard let limit else { return }
        statement.add("Limit", .number(Double(limit)))
        self.plain = self.plain.map { request in
            var request = request
            request.add("Limit", .number(Double(limit)))
            return request
        }
        hasPages = true
    }

    fileprivate mutating func readConsistently() {
        statement.add("ConsistentRead", true)
        plain = plain.map { request in
            var request = request
            request.add("ConsistentRead", true)
            return request
        }
    }
}

// MARK: Writes

extension TwinRequest {
    static func write(to shape: PlainShape, _ generator: inout SeededGenerator) -> TwinRequest {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0...4: insert(into: shape, &generator)
        case 5...7: update(of: shape, &generator)
        default: delete(from: shape, &generator)
        }
    }

    private static func insert(into shape: PlainShape, _ generator: inout SeededGenerator) -> TwinRequest {
        let item = generator.item(of: shape)
        var writer = TwinWriter(generator)
        let text = "INSERT INTO \"\(shape.tableName)\" VALUE \(writer.item(item))"
        let path = writer.path(shape.keys.hash[0].name)
        generator = writer.generator
        let plain: JSONTree = [
            "TableName": .string(shape.tableName), "Item": JSONTree(item),
            "ConditionExpression": .string("attribute_not_exists(\(path.expression))"),
        ]
        return TwinRequest(text, writer, .putItem, [plain])
    }

    private static func update(of shape: PlainShape, _ generator: inout SeededGenerator) -> TwinRequest {
        let key = generator.key(of: shape)
        let (clause, returned) = generator.pick([
            ("", "NONE"), (" RETURNING ALL OLD *", "ALL_OLD"), (" RETURNING ALL NEW *", "ALL_NEW"),
            (" RETURNING MODIFIED OLD *", "UPDATED_OLD"), (" RETURNING MODIFIED NEW *", "UPDATED_NEW"),
        ])
        var writer = TwinWriter(generator)
        let update = writer.update(of: shape)
        let (condition, plainCondition) = writer.keyed(key, else: "attribute_exists", by: " AND ")
        generator = writer.generator
        let plain: JSONTree = [
            "TableName": .string(shape.tableName), "Key": JSONTree(key), "ReturnValues": .string(returned),
            "UpdateExpression": .string(update.expression), "ConditionExpression": .string(plainCondition),
        ]
        let text = "UPDATE \"\(shape.tableName)\" \(update.statement) WHERE \(condition)\(clause)"
        return TwinRequest(text, writer, .updateItem, [plain])
    }

    private static func delete(from shape: PlainShape, _ generator: inout SeededGenerator) -> TwinRequest {
        let key = generator.key(of: shape)
        let tellsOld = generator.happens(percent: 50)
        var writer = TwinWriter(generator)
        let (condition, plainCondition) = writer.keyed(key, else: "attribute_not_exists", by: " OR ")
        generator = writer.generator
        let plain: JSONTree = [
            "TableName": .string(shape.tableName), "Key": JSONTree(key),
            "ReturnValues": tellsOld ? "ALL_OLD" : "NONE", "ConditionExpression": .string(plainCondition),
        ]
        let returning = tellsOld ? " RETURNING ALL OLD *" : ""
        let text = "DELETE FROM \"\(shape.tableName)\" WHERE \(condition)\(returning)"
        return TwinRequest(text, writer, .deleteItem, [plain])
    }
}

extension TwinWriter {
    /// The condition of a write: of a statement, with the key; and of a plain request, with a test of whether there is
    /// an item. Without anything else, a plain delete still tests for either.
    fileprivate mutating func keyed(
        _ key: Item,
        else test: String,
        by junction: String
    ) -> (statement: String, plain: String) {
        let fixed = key.map { "\"\($0.name)\" = \(statementValue($0.value))" }.joined(separator: " AND ")
        let name = path(key[0].name).expression
        let existence = "\(test)(\(name))"
        guard generator.happens(percent: 50) else {
            return (fixed, test == "attribute_exists" ? existence : "\(existence) OR attribute_exists(\(name))")
        }
        let rest = condition(on: SeededGenerator.plainNames)
        return ("\(fixed) AND (\(rest.statement))", "\(existence)\(junction)\(rest.enclosed.expression)")
    }
}

// MARK: Reads

extension TwinRequest {
    static func read(of shape: PlainShape, _ generator: inout SeededGenerator) -> TwinRequest {
        let index = generator.happens(percent: 60) ? shape.indexes.randomElement(using: &generator) : nil
        let reading = TwinReading(shape: shape, index: index)
        var request =
            switch Int.random(in: 0..<10, using: &generator) {
            case 0, 1: TwinReading(shape: shape, index: nil).item(&generator)
            case 2, 3: reading.everything(&generator)
            case 4 where reading.keys.hash.count == 1: reading.partitions(&generator)
            default: reading.partition(&generator)
            }
        if index?.isLocal ?? true, generator.happens(percent: 30) { request.readConsistently() }
        return request
    }
}

/// What is read: a table or one of its indexes.
private struct TwinReading {
    let shape: PlainShape
    let index: PlainIndex?

    var keys: PlainKeys { index?.keys ?? shape.keys }

    private var source: String {
        "\"\(shape.tableName)\"" + (index.map { ".\"\($0.name)\"" } ?? "")
    }

    private var request: JSONTree {
        var request: JSONTree = ["TableName": .string(shape.tableName)]
        if let index { request.add("IndexName", .string(index.name)) }
        return request
    }

    /// The attributes that a filter may be about.
    private var filterNames: [String] {
        (SeededGenerator.plainNames + shape.keys.all.map(\.name)).filter {
            shape.holds($0, in: index) && !keys.contains($0)
        }
    }

    /// One item by its whole key.
    func item(_ generator: inout SeededGenerator) -> TwinRequest {
        let key = generator.key(of: shape)
        guard generator.happens(percent: 40) else { return get(key, &generator) }
        var writer = TwinWriter(generator)
        let (list, projection) = writer.projection(of: shape)
        let equalities = TwinWriter.joined(key.map { writer.equality($0.name, $0.value) }, by: " AND ")
        let filter: Twin? = writer.condition(on: filterNames)
        generator = writer.generator
        let text = "SELECT \(list) FROM \(source) WHERE \(equalities.statement)\(filter.clause)"
        var plain = request
        plain.add("ProjectionExpression", projection)
        plain.add("KeyConditionExpression", .string(equalities.expression))
        plain.add("FilterExpression", filter.map { .string($0.expression) })
        return TwinRequest(text, writer, .query, [plain])
    }

    private func get(_ key: Item, _ generator: inout SeededGenerator) -> TwinRequest {
        var writer = TwinWriter(generator)
        let (list, projection) = writer.projection(of: shape)
        let fixed = key.map { "\"\($0.name)\" = \(writer.statementValue($0.value))" }.joined(separator: " AND ")
        generator = writer.generator
        var plain = request
        plain.add("Key", JSONTree(key))
        plain.add("ProjectionExpression", projection)
        return TwinRequest("SELECT \(list) FROM \(source) WHERE \(fixed)", writer, .getItem, [plain])
    }

    /// Items of one partition.
    func partition(_ generator: inout SeededGenerator) -> TwinRequest {
        var writer = TwinWriter(generator)
        let (list, projection) = writer.projection(of: shape)
        var conditions = keys.hash.map { writer.equality($0.name, writer.generator.keyValue(of: $0)) }
        if let key = keys.range.first, writer.generator.happens(percent: 60) {
            conditions.append(writer.range(of: key))
        }
        let condition = TwinWriter.joined(conditions, by: " AND ")
        let filter =
            filterNames.isEmpty || writer.generator.happens(percent: 50) ? nil : writer.condition(on: filterNames)
        let isForward = keys.range.isEmpty || writer.generator.happens(percent: 60)
        let isSingle = index == nil && keys.range.isEmpty
        let limit =
            !isSingle && writer.generator.happens(percent: 50) ? Int.random(in: 1...4, using: &writer.generator) : nil
        generator = writer.generator
        let order = isForward ? "" : " ORDER BY \"\(keys.range[0].name)\" DESC"
        let text = "SELECT \(list) FROM \(source) WHERE \(condition.statement)\(filter.clause)\(order)"
        var plain = request
        plain.add("ProjectionExpression", projection)
        plain.add("KeyConditionExpression", .string(condition.expression))
        plain.add("FilterExpression", filter.map { .string($0.expression) })
        if !isForward { plain.add("ScanIndexForward", false) }
        return TwinRequest(text, writer, .query, [plain], limit: limit)
    }

    /// Items of several partitions, each with a Query of its own.
    func partitions(_ generator: inout SeededGenerator) -> TwinRequest {
        let hash = keys.hash[0]
        let values = KeyDomains.values(of: hash.name).shuffled(using: &generator).prefix(3)
        var writer = TwinWriter(generator)
        let written = values.map { writer.value($0) }
        let path = writer.path(hash.name)
        let isList = writer.generator.happens(percent: 50)
        generator = writer.generator
        let alternatives =
            isList
            ? "\(path.statement) IN [\(written.map(\.statement).joined(separator: ", "))]"
            : written.map { "\(path.statement) = \($0.statement)" }.joined(separator: " OR ")
        let plain = written.map { value in
            var plain = request
            plain.add("KeyConditionExpression", .string("\(path.expression) = \(value.expression)"))
            // Every value that is given must be used, and each request uses one of them.
            plain.add("FilterExpression", .string(written.map { "\($0.expression) = :v0" }.joined(separator: " OR ")))
            return plain
        }
        return TwinRequest("SELECT * FROM \(source) WHERE \(alternatives)", writer, .query, plain)
    }

    /// All items.
    func everything(_ generator: inout SeededGenerator) -> TwinRequest {
        var writer = TwinWriter(generator)
        let (list, projection) = writer.projection(of: shape)
        let filter =
            filterNames.isEmpty || writer.generator.happens(percent: 30) ? nil : writer.condition(on: filterNames)
        let limit = writer.generator.happens(percent: 50) ? Int.random(in: 2...9, using: &writer.generator) : nil
        generator = writer.generator
        let text = "SELECT \(list) FROM \(source)" + (filter.map { " WHERE \($0.statement)" } ?? "")
        var plain = request
        plain.add("ProjectionExpression", projection)
        plain.add("FilterExpression", filter.map { .string($0.expression) })
        return TwinRequest(text, writer, .scan, [plain], limit: limit)
    }
}

extension Twin? {
    /// A filter behind other conditions of a statement.
    fileprivate var clause: String {
        map { " AND \($0.enclosed.statement)" } ?? ""
    }
}

extension TwinWriter {
    /// What a SELECT lists, and the same as a projection; nil for all.
    fileprivate mutating func projection(of shape: PlainShape) -> (list: String, projection: JSONTree?) {
        guard generator.happens(percent: 40) else { return ("*", nil) }
        let paths = Self.joined(generator.projection(of: shape).map { path($0) }, by: ", ")
        return (paths.statement, .string(paths.expression))
    }
}
