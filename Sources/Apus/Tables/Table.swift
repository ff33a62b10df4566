// A table whose items are values of a Swift type.

import ApusModel

/// A table of the service, for items that are values of one type.
///
///     struct Film: Codable {
///         var title: String
///         var year: Int
///         var version: Int?
///     }
///
///     let films = Table(
///         "Films", of: Film.self, partitionKey: "title", sortKey: "year", versionAttribute: "version", client: client
///     )
///     try await films.put(Film(title: "Metropolis", year: 1927))
///     let film = try await films.get(.key("Metropolis", 1927))
///
/// A table of ``Item`` takes items as they are. Whatever is asked of a table may throw a `CallError` where there is no
/// answer, or a refusal; an ``ItemCodingError`` where an element makes no item, or an item no element; an
/// ``ExpressionError`` where an expression cannot be sent. A condition that does not hold throws a
/// ``ConditionFailure``.
///
/// With a version attribute the elements are guarded against writers who do not know of each other: see ``save(_:)``.
public struct Table<Element: Codable & Sendable>: Sendable {
    /// The name of the table, or its ARN.
    public let name: String
    /// The name of the attribute that is the partition key.
    public let partitionKey: String
    /// The name of the attribute that is the sort key; nil where the table has none.
    public let sortKey: String?
    /// The name of the attribute that counts how often an element was saved; nil where none does.
    public let versionAttribute: String?
    /// What the table is reached through.
    public let client: DynamoDBClient
    /// What makes items of elements.
    public var encoder = ItemEncoder()
    /// What makes elements of items.
    public var decoder = ItemDecoder()

    /// A table that exists, with the names of its key's attributes.
    public init(
        _ name: String,
        of type: Element.Type = Element.self,
        partitionKey: String,
        sortKey: String? = nil,
        versionAttribute: String? = nil,
        client: DynamoDBClient
    ) {
        self.name = name
        self.partitionKey = partitionKey
        self.sortKey = sortKey
        self.versionAttribute = versionAttribute
        self.client = client
    }

    // MARK: Keys

    /// The attributes of a key. A sort key has to be there exactly where the table has one.
    public func attributes(of key: KeyValues) -> Item {
        precondition((sortKey == nil) == (key.sort == nil), "a key has the parts that the table's key has")
        var item: Item = [partitionKey: key.partition]
        if let sortKey { item[sortKey] = key.sort }
        return item
    }

    /// The attributes of an item's key.
    func keyAttributes(of item: Item) -> Item {
        var key: Item = [:]
        key[partitionKey] = item[partitionKey]
        if let sortKey { key[sortKey] = item[sortKey] }
        return key
    }

    // MARK: Elements

    /// The element of a key; nil where there is none.
    ///
    /// - Parameters:
    ///   - key: the values of the key.
    ///   - consistent: whether all earlier writes must be seen, at twice the cost.
    public func get(_ key: KeyValues, consistent: Bool = false) async throws -> Element? {
        let input = GetItemInput(tableName: name, key: attributes(of: key), consistentRead: consistent ? true : nil)
        return try await client.getItem(input).item.map { try decoder.decode(from: $0) }
    }

    /// Stores an element, in place of what is under its key.
    ///
    /// - Parameters:
    ///   - element: what to store. Its version, where the table has one, is stored as it is and not looked at.
    ///   - condition: what the item that is there has to be like; one that is not there has no attributes.
    /// - Throws: ``ConditionFailure`` with what is there, where it is not like that.
    public func put(_ element: Element, if condition: ConditionExpression? = nil) async throws {
        try await put(encoder.encode(element), if: condition)
    }

    func put(_ item: Item, if condition: ConditionExpression?) async throws {
        var input = try PutItemInput(tableName: name, item: item).with(condition: condition)
        if condition != nil { input.returnValuesOnConditionCheckFailure = .allOld }
        _ = try await unlessConditionFails { () async throws(CallError) in try await client.putItem(input) }
    }

    /// Changes the element of a key, or makes one where there is none. The version, where the table has one, goes up.
    ///
    /// - Parameters:
    ///   - key: the values of the key.
    ///   - update: what to do. It has to leave the version alone.
    ///   - condition: what the item that is there has to be like.
    ///   - returned: whether to answer the element as it is now, or as it was.
    /// - Returns: the element; nil where there was none before.
    /// - Throws: ``ConditionFailure`` with what is there, where it is not like that.
    @discardableResult
    public func update(
        _ key: KeyValues,
        by update: UpdateExpression,
        if condition: ConditionExpression? = nil,
        returning returned: UpdatedElement = .new
    ) async throws -> Element? {
        var input = try UpdateItemInput(tableName: name, key: attributes(of: key))
            .with(update: raisingVersion(update), condition: condition)
        input.returnValues = returned == .new ? .allNew : .allOld
        if condition != nil { input.returnValuesOnConditionCheckFailure = .allOld }
        let answer = try await unlessConditionFails { () async throws(CallError) in try await client.updateItem(input) }
        return try answer.attributes.map { try decoder.decode(from: $0) }
    }

    /// Deletes the element of a key, if there is one.
    ///
    /// - Parameters:
    ///   - key: the values of the key.
    ///   - condition: what the item that is there has to be like.
    /// - Throws: ``ConditionFailure`` with what is there, where it is not like that.
    public func delete(_ key: KeyValues, if condition: ConditionExpression? = nil) async throws {
        try await delete(attributes(of: key), if: condition)
    }

    func delete(_ key: Item, if condition: ConditionExpression?) async throws {
        var input = try DeleteItemInput(tableName: name, key: key).with(condition: condition)
        if condition != nil { input.returnValuesOnConditionCheckFailure = .allOld }
        _ = try await unlessConditionFails { () async throws(CallError) in try await client.deleteItem(input) }
    }

    private func unlessConditionFails<Answer>(
        _ call: () async throws(CallError) -> Answer
    ) async throws -> Answer {
        do throws(CallError) {
            return try await call()
        } catch  where error.code == .conditionalCheckFailed {
            throw ConditionFailure<Element>(error.refusal?.item, decoder)
        }
    }
}

/// Which state of an element an update answers.
public enum UpdatedElement: Sendable {
    /// The element before the update.
    case old
    /// The element with the update.
    case new
}
