// An account as the table has it.

import Apus

/// What a client saw of an account.
struct Account: Equatable, Sendable {
    let state: AccountVersion
    let balance: Int
    /// The number of the operation that made this version; 0 for the first.
    let writer: Int

    init(_ state: AccountVersion, balance: Int, writer: Int) {
        self.state = state
        self.balance = balance
        self.writer = writer
    }

    /// Nil for what is no account.
    init?(_ item: Item?) {
        func number(_ name: String) -> Int? {
            guard case .number(let number)? = item?[name] else { return nil }
            return Int(number.description)
        }
        guard let account = number("id"), let version = number("version"), let balance = number("balance"),
            let writer = number("writer")
        else { return nil }
        self.init(AccountVersion(account: account, version: version), balance: balance, writer: writer)
    }

    var item: Item {
        Self.key(state.account).merging([
            ("version", .number(Number(state.version))), ("balance", .number(Number(balance))),
            ("writer", .number(Number(writer))),
        ])
    }

    static func key(_ account: Int) -> Item {
        ["id": .number(Number(account))]
    }

    /// The account after an operation that adds to it.
    func adding(_ amount: Int, by writer: Int) -> Account {
        Account(state.next, balance: balance + amount, writer: writer)
    }
}

extension Item {
    fileprivate func merging(_ others: [(String, AttributeValue)]) -> Item {
        var item = self
        for (name, value) in others { item[name] = value }
        return item
    }
}
