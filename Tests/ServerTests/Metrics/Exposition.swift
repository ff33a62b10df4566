// A reader of the text format of metrics that takes nothing but what is well-formed.

/// The samples of a page, read as Prometheus reads them.
struct Exposition {
    /// A page that is not well-formed: the line, and what is wrong with it.
    struct Fault: Error, Equatable {
        let line: String
        let rule: String
    }

    struct Series: Hashable {
        let name: String
        let labels: [String: String]
    }

    private(set) var samples: [Series: Double] = [:]
    /// The type of each family.
    private(set) var types: [String: String] = [:]
    private(set) var comments: [String] = []
    /// In the order in which they were declared; the last one is that of the next sample.
    private var families: [String] = []
    private var announced: String?

    init(parsing text: String) throws(Fault) {
        guard text.isEmpty || text.hasSuffix("\n") else { throw Fault(line: text, rule: "ends with a line break") }
        for line in text.split(separator: "\n") { try read(String(line)) }
        for family in families where types[family] == "histogram" { try requireCumulation(of: family) }
    }

    subscript(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        samples[Series(name: name, labels: labels)]
    }

    /// The series of a name.
    func series(of name: String) -> Set<[String: String]> {
        Set(samples.keys.filter { $0.name == name }.map(\.labels))
    }

    private mutating func read(_ line: String) throws(Fault) {
        let words = line.split(separator: " ", maxSplits: 3).map(String.init)
        switch (words[0], words.count > 1 ? words[1] : "") {
        case ("#", "HELP"):
            guard words.count == 4, types[words[2]] == nil else { throw Fault(line: line, rule: "one help a family") }
            announced = words[2]
        case ("#", "TYPE"):
            let types = ["counter", "gauge", "histogram"]
            guard words.count == 4, announced == words[2], types.contains(words[3]) else {
                throw Fault(line: line, rule: "a known type right after the help")
            }
            self.types[words[2]] = words[3]
            families.append(words[2])
            announced = nil
        case ("#", _): comments.append(line)
        default: try readSample(line)
        }
    }

    private mutating func readSample(_ line: String) throws(Fault) {
        guard let match = line.wholeMatch(of: /([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{([^\n]*)\})? (\S+)/),
            let value = Double(match.3)
        else { throw Fault(line: line, rule: "a name, labels and a number") }
        let name = String(match.1)
        guard let family = families.last, names(of: family).contains(name) else {
            throw Fault(line: line, rule: "the family is declared ahead of its samples")
        }
        let labels = try labels(String(match.2 ?? ""), line: line)
        guard samples.updateValue(value, forKey: Series(name: name, labels: labels)) == nil else {
            throw Fault(line: line, rule: "a series occurs once")
        }
        if types[family] == "counter", value < 0 { throw Fault(line: line, rule: "a counter is not negative") }
    }

    /// What the samples of a family may be called.
    private func names(of family: String) -> [String] {
        types[family] == "histogram" ? ["_bucket", "_sum", "_count"].map { family + $0 } : [family]
    }

    private func labels(_ text: String, line: String) throws(Fault) -> [String: String] {
        var (rest, labels) = (Substring(text), [String: String]())
        while !rest.isEmpty {
            guard let match = rest.prefixMatch(of: /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/),
                labels.updateValue(unescaped(match.2), forKey: String(match.1)) == nil
            else { throw Fault(line: line, rule: "labels in quotation marks, each once") }
            rest = rest[match.range.upperBound...]
        }
        return labels
    }

    private func unescaped(_ text: Substring) -> String {
        String(text.replacing(/\\(.)/) { $0.1 == "n" ? "\n" : $0.1 })
    }

    /// Each bucket has what those before it have, and the last one has all.
    private func requireCumulation(of family: String) throws(Fault) {
        var buckets: [[String: String]: [(bound: Double, count: Double)]] = [:]
        for (series, count) in samples where series.name == family + "_bucket" {
            var labels = series.labels
            guard let bound = labels.removeValue(forKey: "le").flatMap({ Double($0) }) else {
                throw Fault(line: "\(series)", rule: "a bucket has a bound")
            }
            buckets[labels, default: []].append((bound, count))
        }
        guard buckets.count == series(of: family + "_count").count else {
            throw Fault(line: family, rule: "a count has buckets")
        }
        for (labels, buckets) in buckets {
            let counts = buckets.sorted { $0.bound < $1.bound }
            guard counts.last?.bound == .infinity, counts.last?.count == self[family + "_count", labels],
                self[family + "_sum", labels] != nil,
                zip(counts, counts.dropFirst()).allSatisfy({ $0.count <= $1.count })
            else { throw Fault(line: "\(family) \(labels)", rule: "buckets are cumulative") }
        }
    }
}
