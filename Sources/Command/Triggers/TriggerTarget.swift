// A table whose changes are delivered, and where to.

import Apus
import ApusCompression
import ApusModel

/// A table and the address of the function that its changes go to.
struct TriggerTarget: Hashable, Sendable {
    static let forms =
        "a trigger is TABLE=URL, with the name of a table and an http or https address, such as "
        + "Cats=http://127.0.0.1:9000/cats. Several are separated by commas; a comma within an address is %2C"

    let table: String
    let endpoint: Endpoint
    /// The path with the query.
    let path: String

    /// Nil where the text has not that form.
    init?(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let name = TableName(String(parts[0])) else { return nil }
        let address = parts[1]
        guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let slashes = address.firstRange(of: "://")
        else { return nil }
        let pathStart = address[slashes.upperBound...].firstIndex { "/?#".contains($0) } ?? address.endIndex
        guard let endpoint = Endpoint(String(address[..<pathStart])) else { return nil }
        let path = address[pathStart...].prefix { $0 != "#" }
        table = name.text
        self.endpoint = endpoint
        self.path = path.first == "/" ? String(path) : "/\(path)"
    }

    var url: String { "\(endpoint)\(path)" }

    /// The name of the folder of its checkpoints, which no other target of the same server has.
    var folderName: String {
        let sum = String(Checksum.crc32(of: Array("\(table)=\(url)".utf8)), radix: 16)
        return "\(table.prefix(Self.shownNameLength))-\(sum)"
    }

    // A file's name has 255 bytes in most file systems.
    private static let shownNameLength = 200
}
