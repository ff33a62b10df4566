// The labels of metrics, and what they are the labels of.

/// The labels of a sample, which tell it from the other samples of its family.
struct MetricsLabels: ExpressibleByDictionaryLiteral {
    private let pairs: String

    init(dictionaryLiteral elements: (String, String)...) {
        pairs = elements.map(Self.written).joined(separator: ",")
    }

    private init(pairs: String) {
        self.pairs = pairs
    }

    /// As they stand behind the name of a sample.
    var text: String { pairs.isEmpty ? "" : "{\(pairs)}" }

    /// These labels and one more.
    func adding(_ name: String, _ value: String) -> MetricsLabels {
        let added = Self.written(name, value)
        return MetricsLabels(pairs: pairs.isEmpty ? added : "\(pairs),\(added)")
    }

    private static func written(_ name: String, _ value: String) -> String {
        "\(name)=\"\(value.escapedForLabel)\""
    }
}

/// Something that samples are written of, with the labels that tell it apart.
struct Labelled<Subject> {
    let labels: MetricsLabels
    let subject: Subject

    init(_ subject: Subject, _ labels: MetricsLabels) {
        self.subject = subject
        self.labels = labels
    }
}

extension String {
    // By scalars: a line break behind a carriage return is one character with it.
    fileprivate var escapedForLabel: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
