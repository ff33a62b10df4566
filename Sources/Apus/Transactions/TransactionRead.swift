// Reads that see one state of several tables.

import ApusModel

/// The reading of one element within a transaction.
///
///     let (film, customer) = try await client.read(
///         TransactionRead(.key("Metropolis", 1927), in: films),
///         TransactionRead(.key("anna"), in: customers)
///     )
public struct TransactionRead<Element: Codable & Sendable>: Sendable {
    let get: Get
    private let decoder: ItemDecoder

    /// A read of the element of this key.
    public init(_ key: KeyValues, in table: Table<Element>) {
        get = Get(tableName: table.name, key: table.attributes(of: key))
        decoder = table.decoder
    }

    /// The element that an answer holds; nil where there is none under the key.
    func element(in response: ItemResponse) throws(ItemCodingError) -> Element? {
        guard let item = response.item else { return nil }
        return try decoder.decode(Element.self, from: item)
    }
}

extension DynamoDBClient {
    /// Reads up to 100 elements, of any tables, as they are at one moment. It costs twice as much as to read each.
    ///
    /// - Returns: an element for each read; nil where there is none under its key.
    /// - Throws: ``TransactionError``, above all where an item is being written at the time; ``ItemCodingError`` where an
    ///   item makes no element.
    public func read<each Element: Codable & Sendable>(
        _ reads: repeat TransactionRead<each Element>
    ) async throws -> (repeat (each Element)?) {
        var gets: [Get] = []
        for get in repeat (each reads).get { gets.append(get) }
        let responses = try await responses(to: gets)
        var position = 0
        func next() -> ItemResponse {
            defer { position += 1 }
            return responses[position]
        }
        return (repeat try (each reads).element(in: next()))
    }

    /// Reads up to 100 elements of one type, of any tables, as they are at one moment. It costs twice as much as to
    /// read each.
    ///
    /// - Returns: an element for each read; nil where there is none under its key.
    /// - Throws: ``TransactionError``, above all where an item is being written at the time; ``ItemCodingError`` where an
    ///   item makes no element.
    public func read<Element>(_ reads: [TransactionRead<Element>]) async throws -> [Element?] {
        let responses = try await responses(to: reads.map(\.get))
        return try zip(reads, responses).map { read, response in try read.element(in: response) }
    }

    /// A response to each, in their order.
    private func responses(to gets: [Get]) async throws(TransactionError) -> [ItemResponse] {
        guard TransactionError.actionCounts.contains(gets.count) else { throw .actionCount(gets.count) }
        do throws(CallError) {
            let input = TransactGetItemsInput(transactItems: gets.map { TransactGetItem(get: $0) })
            let responses = try await transactGetItems(input).responses
            guard responses.count == gets.count else { throw .unreadable("there is not a response to each read") }
            return responses
        } catch {
            throw TransactionError(error)
        }
    }
}
