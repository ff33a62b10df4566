// What the files are called that a load writes beside itself.

/// The name of a load's own file, after its table.
enum LoadFileName {
    // A file's name has 255 bytes in most file systems, and a new version of a file is written under a longer one.
    private static let tableLength = 200

    /// - Parameter table: a name of up to 255 characters, of which as many count as fit; or an ARN, whose last part does.
    static func of(_ table: String, _ ending: String) -> String {
        let name = table.split(separator: "/").last ?? Substring(table)
        return "\(name.prefix(tableLength))-\(ending)"
    }
}
