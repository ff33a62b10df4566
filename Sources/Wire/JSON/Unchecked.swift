// A value that a request holds, before it is due to be checked.

import ApusModel

/// A value as the request has it, and what is wrong with it, if anything.
///
/// A fault in a typed value is found while parsing, but other faults of the request are reported ahead of it.
package struct Unchecked<Value: Sendable>: Sendable {
    package let value: Value
    package let fault: ServiceError?

    package init(_ value: Value, fault: ServiceError? = nil) {
        self.value = value
        self.fault = fault
    }

    /// The value, now that it is due.
    package func checked() throws(ServiceError) -> Value {
        if let fault { throw fault }
        return value
    }
}
