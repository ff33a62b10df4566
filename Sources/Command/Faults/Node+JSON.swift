// YAML as JSON.

import ApusWire
import Yams

/// A value of YAML that JSON has no form for.
struct YAMLFault: Error, Equatable {
    let line: Int
    let problem: String
}

extension Node {
    /// Writes the value. The parser's own limit in depth bounds the recursion.
    func write(to writer: inout JSONWriter) throws(YAMLFault) {
        switch self {
        case .scalar(let scalar): try scalar.write(to: &writer)
        case .mapping(let mapping):
            try requireTag("tag:yaml.org,2002:map", mapping.tag)
            writer.beginObject()
            for (key, value) in mapping {
                writer.name(try key.name)
                try value.write(to: &writer)
            }
            writer.endObject()
        case .sequence(let sequence):
            try requireTag("tag:yaml.org,2002:seq", sequence.tag)
            writer.beginArray()
            for element in sequence { try element.write(to: &writer) }
            writer.endArray()
        case .alias: throw fault("there is an alias. Write out what it stands for.")
        }
    }

    private var name: String {
        get throws(YAMLFault) {
            guard case .scalar(let scalar) = self else { throw fault("a key is no text. Write it as one.") }
            // The parser has seen to the tags of keys, and says now what it takes those for that had none.
            try requireTag("tag:yaml.org,2002:str", scalar.tag)
            return scalar.string
        }
    }

    fileprivate func requireTag(_ tag: String, _ given: Tag) throws(YAMLFault) {
        guard ["", tag].contains(given.rawValue) else {
            throw fault("there is the tag \(given.rawValue). Write the value without a tag.")
        }
    }

    private func fault(_ problem: String) -> YAMLFault {
        YAMLFault(line: mark?.line ?? 0, problem: problem)
    }
}

extension Node.Scalar {
    fileprivate func write(to writer: inout JSONWriter) throws(YAMLFault) {
        try Node.scalar(self).requireTag("tag:yaml.org,2002:str", tag)
        // What is quoted has the tag of a text from the parser.
        guard tag.rawValue.isEmpty else { return writer.string(string) }
        switch PlainScalar(string) {
        case .null: writer.value(Array("null".utf8))
        case .bool(let value): writer.bool(value)
        case .number(let digits): writer.value(Array(digits.utf8))
        case .text: writer.string(string)
        }
    }
}
