// Where a SELECT goes on: the text that one answer gives and the next request brings back.

import ApusDatabase
import ApusModel
import ApusStorage
import ApusWire

/// A position in what a SELECT reads. As a text it carries a check value of the statement that it belongs to.
struct NextToken: Equatable, Sendable {
    /// Which of several queries comes next.
    let part: Int
    /// The keys of the item that the query goes on after; nil where it begins.
    let key: Item?

    init(part: Int, key: Item?) {
        self.part = part
        self.key = key
    }

    /// - Throws: a validation error for a text that no answer to this statement can have given.
    init(_ text: String, of statement: StatementText) throws(ServiceError) {
        guard let content = SealedText.open(text, for: Self.purpose(statement)), !content.isEmpty,
            let token = Self(content: content)
        else {
            // The service's words for this are not published.
            throw .validation("The provided NextToken is not valid for this statement")
        }
        self = token
    }

    /// The number of the query in one byte, then the key as a stored row.
    private init?(content: [UInt8]) {
        part = Int(content[0])
        guard content.count > 1 else {
            key = nil
            return
        }
        let key = try? content.dropFirst().withUnsafeBytes { bytes in
            var reader = try RowReader(bytes)
            return try reader.readItem()
        }
        guard let key else { return nil }
        self.key = key
    }

    func text(for statement: StatementText) -> String {
        let content = [UInt8(part)] + (key.map { EncodedRow($0).bytes } ?? [])
        return SealedText.seal(content, for: Self.purpose(statement))
    }

    private static func purpose(_ statement: StatementText) -> Fingerprint {
        var purpose = Fingerprint()
        purpose.add(statement)
        return purpose
    }
}

extension Fingerprint {
    /// Adds the text of a statement and the values of its parameters.
    mutating func add(_ statement: StatementText) {
        add(statement.statement ?? "")
        add(statement.parameters?.count ?? 0)
        for parameter in statement.parameters ?? [] { add(parameter.value) }
    }
}
