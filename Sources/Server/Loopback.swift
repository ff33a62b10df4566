// The addresses that only this machine reaches.

/// Tells whether a host, by its name or its address, is this machine as it sees itself.
package enum Loopback {
    package static func contains(_ host: some StringProtocol) -> Bool {
        var name = host.lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        if ["localhost", "::1", "[::1]"].contains(name) { return true }
        if name.hasPrefix("::ffff:") { name.removeFirst(7) }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
