// A map while it is being encoded.

import ApusModel

/// Attributes in the order in which they were written, and those that are still being written.
final class EncodedMap {
    private var attributes: [AttributeMap.Attribute] = []
    /// Only for a large map.
    private var index: NameIndex?
    /// Values by their places that were opened, and are read at the end.
    private var open: [Int: ValueEncoding] = [:]

    /// Sets a value; of two under one name the later stands.
    func set(_ value: AttributeValue, named name: String) {
        guard let place = place(of: name) else { return append(value, named: name) }
        attributes[place].value = value
        open[place] = nil
    }

    /// The encoding under a name, made where there is none yet.
    func open(named name: String, _ make: () -> ValueEncoding) -> ValueEncoding {
        if let place = place(of: name), let opened = open[place] { return opened }
        set(.null, named: name)
        let opened = make()
        open[place(of: name)!] = opened
        return opened
    }

    func finished() throws -> AttributeMap {
        guard !open.isEmpty else { return AttributeMap(distinct: attributes) }
        var finished: [AttributeMap.Attribute] = []
        for (place, var attribute) in attributes.enumerated() {
            if let opened = open[place] {
                guard let value = try opened.finished() else { continue }
                attribute.value = value
            }
            finished.append(attribute)
        }
        return AttributeMap(distinct: finished)
    }

    private func append(_ value: AttributeValue, named name: String) {
        attributes.append(AttributeMap.Attribute(name: name, value: value))
        if index != nil {
            index![name] = attributes.count - 1
        } else if attributes.count > NameIndex.comparedAtMost {
            index = NameIndex(attributes)
        }
    }

    private func place(of name: String) -> Int? {
        if let index { return index[name] }
        return attributes.firstIndex { $0.name.hasSameBytes(as: name) }
    }
}
