// Members of answers: a name and a value.

import ApusModel

extension JSONWriter {
    package mutating func member(_ name: StaticString, _ value: String) {
        self.name(name)
        string(value)
    }

    package mutating func member(_ name: StaticString, _ value: Int) {
        self.name(name)
        integer(value)
    }

    package mutating func member(_ name: StaticString, _ value: Bool) {
        self.name(name)
        bool(value)
    }

    /// Leaves the member out where there is no time.
    package mutating func member(_ name: StaticString, _ time: Timestamp?) {
        guard let time else { return }
        self.name(name)
        timestamp(time)
    }
}
