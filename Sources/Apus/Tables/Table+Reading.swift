// Many elements of a table.

import ApusModel

extension Table {
    /// The elements of one partition, in the order of their sort keys; pages are asked for as the loop goes on.
    ///
    ///     let sixties = SortKey("year").between(1960, and: 1969)
    ///     for try await song in try songs.query(KeyConditionExpression("artist", equals: "Nina").and(sixties)) {
    ///         print(song.title)
    ///     }
    ///
    /// Going over the elements throws a `CallError` where a page has no answer or is refused, and an
    /// ``ItemCodingError`` where an item makes no element.
    ///
    /// - Parameters:
    ///   - keyCondition: the partition, and where wished a range of sort keys.
    ///   - filter: what the items have to be like. Those left out cost as much.
    ///   - options: the index, the order, and how much.
    /// - Throws: the reason why an expression cannot be sent.
    public func query(
        _ keyCondition: KeyConditionExpression,
        filter: ConditionExpression? = nil,
        options: ReadOptions = ReadOptions()
    ) throws(ExpressionError) -> some AsyncSequence<Element, any Error> & Sendable {
        let input = try queryInput(keyCondition, filter: filter, options: options)
        return client.queryItems(input, maxItems: options.maxItems).map { [decoder] item in
            try decoder.decode(Element.self, from: item)
        }
    }

    /// All elements of the table, or of an index, in no order that means anything.
    ///
    /// Going over the elements throws a `CallError` where a page has no answer or is refused, and an
    /// ``ItemCodingError`` where an item makes no element.
    ///
    /// - Parameters:
    ///   - filter: what the items have to be like. Those left out cost as much.
    ///   - options: the index, and how much.
    /// - Throws: the reason why the filter cannot be sent.
    public func scan(
        filter: ConditionExpression? = nil,
        options: ReadOptions = ReadOptions()
    ) throws(ExpressionError) -> some AsyncSequence<Element, any Error> & Sendable {
        let input = try scanInput(filter: filter, options: options)
        return client.scanItems(input, maxItems: options.maxItems).map { [decoder] item in
            try decoder.decode(Element.self, from: item)
        }
    }

    /// How many elements a Query finds. It costs as much as reading them.
    ///
    /// - Throws: ``ExpressionError`` where an expression cannot be sent; `CallError` where a page has no answer or is
    ///   refused.
    public func count(
        _ keyCondition: KeyConditionExpression,
        filter: ConditionExpression? = nil,
        options: ReadOptions = ReadOptions()
    ) async throws -> Int {
        var input = try queryInput(keyCondition, filter: filter, options: options)
        input.select = .count
        return try await client.queryPages(input).reduce(0) { $0 + ($1.count ?? 0) }
    }

    /// How many elements a Scan finds. It costs as much as reading the whole table.
    ///
    /// - Throws: ``ExpressionError`` where the filter cannot be sent; `CallError` where a page has no answer or is
    ///   refused.
    public func count(
        filter: ConditionExpression? = nil,
        options: ReadOptions = ReadOptions()
    ) async throws -> Int {
        var input = try scanInput(filter: filter, options: options)
        input.select = .count
        return try await client.scanPages(input).reduce(0) { $0 + ($1.count ?? 0) }
    }

    private func queryInput(
        _ keyCondition: KeyConditionExpression,
        filter: ConditionExpression?,
        options: ReadOptions
    ) throws(ExpressionError) -> QueryInput {
        var input = QueryInput(tableName: name, indexName: options.index)
        if options.isConsistent { input.consistentRead = true }
        if !options.isAscending { input.scanIndexForward = false }
        return try input.with(keyCondition: keyCondition, filter: filter)
    }

    private func scanInput(
        filter: ConditionExpression?,
        options: ReadOptions
    ) throws(ExpressionError) -> ScanInput {
        var input = ScanInput(tableName: name, indexName: options.index)
        if options.isConsistent { input.consistentRead = true }
        return try input.with(filter: filter)
    }
}
