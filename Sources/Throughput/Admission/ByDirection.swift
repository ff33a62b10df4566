// Two of a kind: one for reads and one for writes.

import ApusModel

/// What something has for reads, and what for writes.
package struct ByDirection<Value> {
    package var read: Value
    package var write: Value

    package subscript(direction: ThrottlingReason.Direction) -> Value {
        get { direction == .read ? read : write }
        // In place, for values that hold arrays: setting would copy them.
        _modify {
            switch direction {
            case .read: yield &read
            case .write: yield &write
            }
        }
    }
}

extension ByDirection: Sendable where Value: Sendable {}
extension ByDirection: Equatable where Value: Equatable {}
