// Transactions of writes: all of their changes take effect, or none.

import ApusModel
import ApusStorage
import ApusThroughput

extension Database {
    /// Applies the changes of a transaction, and answers once they are durable.
    ///
    /// They take effect at one moment. With a window, the items are held before that: the conditions are tested and the
    /// throughput is taken first, and until the window is over by the database's clock nobody else can change them.
    ///
    /// When the completion gets an error, no change has taken effect: a `TransactionCanceledException` tells a reason
    /// for each action.
    package func transact(
        _ transaction: ItemTransaction,
        completingOn executor: any CompletionExecutor,
        completion: @escaping @Sendable (Result<TransactionOutcome, any Error>) -> Void
    ) {
        guard transaction.window > .zero else {
            return write(completingOn: executor) { [tokens] writer in
                try TransactionWriter(transaction, writer: writer, tokens: tokens).run()
            } completion: {
                completion($0)
            }
        }
        write(completingOn: ImmediateExecutor.shared) { [tokens] writer in
            try TransactionWriter(transaction, writer: writer, tokens: tokens).prepare()
        } completion: { [self] result in
            guard case .failure(is PreparedTransaction) = result else {
                return executor.run([{ completion(result) }])
            }
            clock.run(after: transaction.window) { [self] in
                commit(transaction, completingOn: executor, completion: completion)
            }
        }
    }

    /// Lets a prepared transaction take effect, and its items go.
    private func commit(
        _ transaction: ItemTransaction,
        completingOn executor: any CompletionExecutor,
        completion: @escaping @Sendable (Result<TransactionOutcome, any Error>) -> Void
    ) {
        write(completingOn: executor) { [tokens] writer in
            try TransactionWriter(transaction, writer: writer, tokens: tokens).commit()
        } completion: { [claims, tokens] result in
            // The writer may have been too busy to run this, or closed.
            claims.release(transaction.changes.map(\.place))
            if let token = transaction.token { tokens.end(token) }
            completion(result)
        }
    }
}
