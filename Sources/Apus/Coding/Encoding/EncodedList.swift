// A list while it is being encoded.

import ApusModel

/// Elements in their order, and those that are still being written.
final class EncodedList {
    private var elements: [AttributeValue] = []
    /// Elements by their places that were opened, and are read at the end.
    private var open: [Int: ValueEncoding] = [:]

    var count: Int { elements.count }

    func append(_ value: AttributeValue) {
        elements.append(value)
    }

    func open(_ encoding: ValueEncoding) {
        open[elements.count] = encoding
        elements.append(.null)
    }

    func finished() throws -> [AttributeValue] {
        for (place, opened) in open {
            guard let value = try opened.finished() else { throw opened.emptySetError }
            elements[place] = value
        }
        return elements
    }
}
