// What has become of records that were sent to a function.

import Apus
import ApusModel
import ApusWire

/// What a function has done with the records that it was sent.
enum TriggerOutcome: Equatable, Sendable {
    case delivered
    /// So many of the first ones are delivered, at least one; those behind are not, at least one.
    case partlyDelivered(Int)
    /// None is delivered, for this reason.
    case failed(String)

    /// Reads an answer to records of these sequence numbers.
    ///
    /// A function may name records that it could not process, as `{"batchItemFailures":[{"itemIdentifier":"…"}]}`. All
    /// from the first of them on count as failed, and all records where a name is none of theirs. So Lambda has it.
    init(_ answer: ClientAnswer, to sequenceNumbers: [String]) {
        guard (200..<300).contains(answer.status) else {
            self = .failed("it answered with HTTP status \(answer.status)")
            return
        }
        switch FailedNames(json: answer.body) {
        case .none: self = .delivered
        case .unreadable: self = .failed("its batchItemFailures cannot be read")
        case .names(let names):
            let places = names.map { sequenceNumbers.firstIndex(of: $0) }
            if places.contains(nil) {
                self = .failed("its batchItemFailures name a record that it was not sent")
            } else if let first = places.compactMap(\.self).min(), first > 0 {
                self = .partlyDelivered(first)
            } else {
                self = .failed("its batchItemFailures name the first record")
            }
        }
    }
}

/// The names in `batchItemFailures`.
private enum FailedNames {
    case none
    case names([String])
    case unreadable

    /// A body that is no object of JSON names nothing: any answer of success will do.
    init(json: [UInt8]) {
        guard json.withUnsafeBytes({ (try? JSONReader.requireObject($0)) != nil }) else {
            self = .none
            return
        }
        do throws(ServiceError) {
            let names = try json.withUnsafeBufferPointer { bytes throws(ServiceError) in
                var reader = JSONReader(UnsafeRawBufferPointer(bytes))
                return try Self.names(&reader)
            }
            self = names.isEmpty ? .none : .names(names)
        } catch {
            self = .unreadable
        }
    }

    private static func names(_ reader: inout JSONReader) throws(ServiceError) -> [String] {
        var names: [String] = []
        try reader.members(of: "Answer") { name, reader throws(ServiceError) in
            guard "batchItemFailures" ~= name else { return try reader.skipValue() }
            _ = try reader.elements { reader throws(ServiceError) in
                // A failure without a name is one of the whole batch, as an empty name is.
                var identifier = ""
                try reader.members(of: "Failure") { name, reader throws(ServiceError) in
                    guard "itemIdentifier" ~= name else { return try reader.skipValue() }
                    identifier = try reader.optionalString() ?? ""
                }
                names.append(identifier)
            }
        }
        return names
    }
}
