// How large the store under a database is.

import ApusStorage

extension Database {
    /// How large the store is that holds all tables.
    package var storeFigures: StoreFigures { store.figures() }
}
