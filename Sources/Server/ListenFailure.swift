// Why the server does not listen.

/// The server could not listen where it was told to.
package struct ListenFailure: Error, CustomStringConvertible {
    package let host: String
    package let port: Int
    /// What the system says.
    package let reason: String

    package var description: String {
        "Could not listen at \(host), port \(port): \(reason). Stop what uses the port, or choose another host or port."
    }
}
