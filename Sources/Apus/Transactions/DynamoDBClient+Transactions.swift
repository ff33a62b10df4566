// Sends transactions.

import ApusModel

extension DynamoDBClient {
    /// Does all actions of a transaction, or none.
    ///
    /// - Returns: the capacity that was used, table by table; the service tells the total of each.
    /// - Throws: ``TransactionError``, with an outcome for each action where the service cancelled the transaction.
    @discardableResult
    public func write(_ transaction: TransactionWrite) async throws(TransactionError) -> [ConsumedCapacity] {
        let actions = transaction.actions
        guard TransactionError.actionCounts.contains(actions.count) else { throw .actionCount(actions.count) }
        do throws(CallError) {
            let input = TransactWriteItemsInput(
                transactItems: actions,
                returnConsumedCapacity: .total,
                clientRequestToken: transaction.token
            )
            return try await transactWriteItems(input).consumedCapacity
        } catch {
            throw TransactionError(error)
        }
    }
}
