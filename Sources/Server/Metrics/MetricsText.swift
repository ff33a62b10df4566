// The text format in which Prometheus reads metrics, version 0.0.4.

/// Writes families of metrics one after another: what a family is, then all its samples.
struct MetricsText {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// How a family is to be understood.
    enum Kind: String {
        /// Only grows, from the start of the server.
        case counter
        case gauge
        case histogram
    }

    private(set) var text = ""
    private var family = ""

    /// Begins a family; the samples that follow are its own.
    ///
    /// - Parameter help: a sentence without line breaks and backslashes.
    mutating func begin(_ family: String, _ kind: Kind, _ help: String) {
        self.family = family
        text += "# HELP \(family) \(help)\n# TYPE \(family) \(kind.rawValue)\n"
    }

    /// Adds a sample to the family.
    ///
    /// - Parameter suffix: what the samples of a histogram have behind the family's name.
    mutating func add(_ value: Double, _ labels: MetricsLabels = [:], suffix: String = "") {
        // Whole numbers without a fraction, so that counts look like counts.
        let number = Int(exactly: value).map { "\($0)" } ?? "\(value)"
        text += "\(family)\(suffix)\(labels.text) \(number)\n"
    }

    mutating func add(_ count: Int, _ labels: MetricsLabels = [:], suffix: String = "") {
        text += "\(family)\(suffix)\(labels.text) \(count)\n"
    }

    /// Adds a family that has one sample.
    mutating func add(_ family: String, _ kind: Kind, _ help: String, _ value: Double) {
        begin(family, kind, help)
        add(value)
    }

    /// Adds a family with a sample for each of some subjects.
    mutating func add<Subject>(
        _ family: String,
        _ kind: Kind,
        _ help: String,
        of subjects: [Labelled<Subject>],
        _ value: (Subject) -> Double
    ) {
        begin(family, kind, help)
        for subject in subjects { add(value(subject.subject), subject.labels) }
    }

    /// Adds a line that is for human readers only.
    mutating func comment(_ sentence: String) {
        text += "# \(sentence)\n"
    }
}
