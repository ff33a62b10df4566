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

    private static let checkBytes = 8

    init(part: Int, key: Item?) {
        self.part = part
        self.key = key
    }

    /// - Throws: a validation error for a text that no answer to this statement can have given.
    init(_ text: String, of statement: StatementText) throws(ServiceError) {
        guard let bytes = try? Array(text.utf8).withUnsafeBytes({ try Base64.decode($0) }),
            bytes.count > Self.checkBytes,
            Array(bytes.prefix(Self.checkBytes)) == Self.check(bytes.dropFirst(Self.checkBytes), of: statement),
            let token = Self(content: Array(bytes.dropFirst(Self.checkBytes)))
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
        return Base64.text(of: Self.check(content[...], of: statement) + content)
    }

    /// What a statement, its parameters and a position have in common with no others. It tells mistakes; it keeps no
    /// secret.
    private static func check(_ content: ArraySlice<UInt8>, of statement: StatementText) -> [UInt8] {
        var fingerprint = Fingerprint()
        fingerprint.add(statement)
        fingerprint.add(content)
        return withUnsafeBytes(of: UInt64(truncatingIfNeeded: fingerprint.value).bigEndian) { Array($0) }
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
