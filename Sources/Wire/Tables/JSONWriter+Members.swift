// Members of the answers about tables: a name and a value.

import ApusModel

extension JSONWriter {
    mutating func member(_ name: StaticString, _ value: String) {
        self.name(name)
        string(value)
    }

    mutating func member(_ name: StaticString, _ value: Int) {
        self.name(name)
        integer(value)
    }

    mutating func member(_ name: StaticString, _ value: Bool) {
        self.name(name)
        bool(value)
    }

    /// Leaves the member out where there is no time.
    mutating func member(_ name: StaticString, _ time: Timestamp?) {
        guard let time else { return }
        self.name(name)
        timestamp(time)
    }

    mutating func member(_ name: StaticString, _ keySchema: [KeySchemaElement]) {
        self.name(name)
        array { writer in
            for element in keySchema {
                writer.object { writer in
                    writer.member("AttributeName", element.attributeName ?? "")
                    writer.member("KeyType", element.keyType?.text ?? "")
                }
            }
        }
    }
}
