// Changes that take effect together or not at all.

import ApusModel

/// A transaction of writes: each action changes another item, and all see the state before it.
package struct ItemTransaction: Sendable {
    /// What each action changes, or why it cannot be done whatever the items are.
    package let actions: [Result<ItemChange, ServiceError>]
    /// What tells the transaction from another one when it is sent again; nil where it is another each time.
    package let token: RequestToken?
    /// How long its items are held before it takes effect.
    package let window: Duration

    package init(
        actions: [Result<ItemChange, ServiceError>],
        token: RequestToken? = nil,
        window: Duration = .zero
    ) {
        self.actions = actions
        self.token = token
        self.window = window
    }

    var changes: [ItemChange] { actions.compactMap { try? $0.get() } }
}

/// What has become of a transaction that was not refused.
package enum TransactionOutcome: Sendable {
    /// It has taken effect; one outcome for each action.
    case applied([ItemOutcome])
    /// It had taken effect before, under the same token. Each action has cost the units of reading its item.
    case replayed(units: [Double])
}
