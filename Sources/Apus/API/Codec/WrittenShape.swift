// What requests are made of, as JSON.

import ApusModel
import ApusWire
import Foundation

/// A part of a request.
package protocol WrittenShape: Sendable {
    func write(to writer: inout JSONWriter)
}

extension WrittenShape {
    /// The JSON as bytes.
    func encoded() -> [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }
}

extension JSONWriter {
    /// Writes a member, unless it has no value.
    mutating func member(_ name: StaticString, of value: (some WrittenShape)?) {
        guard let value else { return }
        self.name(name)
        value.write(to: &self)
    }
}

extension String: WrittenShape {
    package func write(to writer: inout JSONWriter) { writer.string(self) }
}

extension Int: WrittenShape {
    package func write(to writer: inout JSONWriter) { writer.integer(self) }
}

extension Double: WrittenShape {
    package func write(to writer: inout JSONWriter) { writer.double(self) }
}

extension Bool: WrittenShape {
    package func write(to writer: inout JSONWriter) { writer.bool(self) }
}

extension Date: WrittenShape {
    package func write(to writer: inout JSONWriter) { writer.timestamp(Timestamp(self)) }
}

extension AttributeValue: WrittenShape {
    package func write(to writer: inout JSONWriter) { writer.attributeValue(self) }
}

extension AttributeMap: WrittenShape {
    package func write(to writer: inout JSONWriter) { writer.attributes(self) }
}

extension Array: WrittenShape where Element: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.array { writer in
            for element in self { element.write(to: &writer) }
        }
    }
}

extension Dictionary: WrittenShape where Key == String, Value: WrittenShape {
    /// In the order of the names, so that equal requests have equal bodies.
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            for (name, value) in sorted(by: { $0.key < $1.key }) {
                writer.name(name)
                value.write(to: &writer)
            }
        }
    }
}

extension APIChoice {
    package func write(to writer: inout JSONWriter) { writer.string(rawValue) }
}
