// What has become of fault rules, as JSON.

import ApusThroughput
import ApusWire

extension FaultReport {
    /// Writes the rule with its counts; `left` only where the number of firings is limited.
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("rule")
            rule.write(to: &writer)
            if let scenario { writer.member("scenario", scenario) }
            writer.member("matched", matched)
            writer.member("fired", fired)
            if let left { writer.member("left", left) }
        }
    }
}
