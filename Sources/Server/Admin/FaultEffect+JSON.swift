// What fault rules do, from JSON and to it.

import ApusModel
import ApusThroughput
import ApusWire

extension FaultEffect {
    private static let members = [
        "throttle", "unprocessed", "conflict", "hold", "delay", "error", "drop", "reply", "checksum", "stale",
    ]

    static let missing = "effect is missing; it must be an object with one of \(members.asList)"

    init(reading reader: inout JSONReader, _ members: FaultMembers) throws(ServiceError) {
        var effects: [FaultEffect] = []
        try members.read("effect", known: Self.members, from: &reader) { name, reader throws(ServiceError) in
            effects.append(try Self.effect(name, reading: &reader, members))
        }
        guard effects.count == 1 else {
            throw members.refusal("effect must have one of \(Self.members.asList), but has \(effects.count)")
        }
        self = effects[0]
    }

    private static func effect(
        _ name: String,
        reading reader: inout JSONReader,
        _ members: FaultMembers
    ) throws(ServiceError) -> FaultEffect {
        let member = "effect.\(name)"
        switch name {
        case "throttle": return .throttle(try members.choice(member, from: &reader))
        case "unprocessed": return .unprocessed(try members.count(member, from: &reader))
        case "conflict":
            let _: ConflictFault = try members.choice(member, from: &reader)
            return .conflict
        case "hold": return .hold(try members.duration(member, from: &reader))
        case "delay": return .delay(try FaultDelay(reading: &reader, members))
        case "error": return .error(try members.choice(member, from: &reader))
        case "drop": return .drop(try members.choice(member, from: &reader))
        case "reply":
            let _: ReplyFault = try members.choice(member, from: &reader)
            return .halfReply
        case "checksum":
            let _: ChecksumFault = try members.choice(member, from: &reader)
            return .wrongChecksum
        default: return .stale(try members.duration(member, from: &reader))
        }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            switch self {
            case .throttle(let reason): writer.member("throttle", reason.rawValue)
            case .unprocessed(let count): writer.member("unprocessed", count)
            case .conflict: writer.member("conflict", ConflictFault.transaction.rawValue)
            case .hold(let duration): writer.member("hold", duration.text)
            case .delay(let delay):
                writer.name("delay")
                delay.write(to: &writer)
            case .error(let phase): writer.member("error", phase.rawValue)
            case .drop(let phase): writer.member("drop", phase.rawValue)
            case .halfReply: writer.member("reply", ReplyFault.half.rawValue)
            case .wrongChecksum: writer.member("checksum", ChecksumFault.wrong.rawValue)
            case .stale(let duration): writer.member("stale", duration.text)
            }
        }
    }
}

private enum ConflictFault: String, CaseIterable {
    case transaction
}

private enum ReplyFault: String, CaseIterable {
    case half
}

private enum ChecksumFault: String, CaseIterable {
    case wrong
}

extension FaultDelay {
    fileprivate init(reading reader: inout JSONReader, _ members: FaultMembers) throws(ServiceError) {
        guard case .object = try reader.peekKind() else {
            self = .fixed(try members.duration("effect.delay", from: &reader))
            return
        }
        var median: Duration?
        var percentile99: Duration?
        try members.read("effect.delay", known: ["median", "p99"], from: &reader) { name, reader throws(ServiceError) in
            let duration = try members.duration("effect.delay.\(name)", from: &reader)
            if name == "median" { median = duration } else { percentile99 = duration }
        }
        guard let median, let percentile99 else { throw members.refusal("effect.delay must have both median and p99") }
        self = .longTail(median: median, percentile99: percentile99)
    }

    fileprivate func write(to writer: inout JSONWriter) {
        switch self {
        case .fixed(let duration): writer.string(duration.text)
        case .longTail(let median, let percentile99):
            writer.object { writer in
                writer.member("median", median.text)
                writer.member("p99", percentile99.text)
            }
        }
    }
}
