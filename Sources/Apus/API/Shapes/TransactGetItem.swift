// The shape TransactGetItem of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One read of a transaction.
public struct TransactGetItem: Equatable, Sendable {
    /// Reads one item.
    public var get: Get

    /// Takes a value for each member; those with a default may be left out.
    public init(
        get: Get
    ) {
        self.get = get
    }
}

extension TransactGetItem: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("Get", of: get)
        }
    }
}
