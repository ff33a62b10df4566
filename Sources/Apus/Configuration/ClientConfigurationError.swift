// What keeps a client from being set up.

/// A setting of the caller, the environment or the shared files that is not as it should be.
public enum ClientConfigurationError: Error, Equatable, Sendable {
    /// An address that is none.
    case badEndpoint(String)
    /// A shared file that cannot be read.
    case badFile(SharedFileError)
    /// A text that can be the name of no region.
    case badRegion(String)
    /// A value at a place that wants another.
    case badValue(String, place: String, wanted: String)
    /// A profile that the shared files do not have.
    case unknownProfile(String)
}

extension ClientConfigurationError: CustomStringConvertible {
    /// The fault in a sentence that says what to do.
    public var description: String {
        switch self {
        case .badEndpoint(let text):
            // What stands before an @ may be a password.
            "\"\(text.split(separator: "@").last ?? "")\" is no endpoint. "
                + "Give one like http://127.0.0.1:8000, without a path."
        case .badFile(let error):
            "\(error)"
        case .badRegion(let text):
            "\"\(text)\" is no region. Give one like eu-north-1."
        case .badValue(let text, let place, let wanted):
            "\(place) is \"\(text)\". Give \(wanted)."
        case .unknownProfile(let name):
            "There is no profile \(name). Add [profile \(name)] to ~/.aws/config, or [\(name)] to ~/.aws/credentials."
        }
    }
}
