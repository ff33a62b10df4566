// A profile of the shared files: settings under a name.

/// What both shared files say of one profile; the credentials file stands over the configuration.
package struct Profile: Equatable, Sendable {
    package let name: String
    private let values: [String: SharedFile.Value]

    package static let defaultName = "default"

    /// Nil where no file has the profile.
    init?(_ name: String, configuration: SharedFile?, credentials: SharedFile?) {
        var sections = [configuration?.section(["profile", name]), credentials?.section(name)]
        // The configuration names its first profile with or without the word.
        if name == Self.defaultName, sections[0] == nil { sections[0] = configuration?.section(name) }
        guard sections.contains(where: { $0 != nil }) else { return nil }
        self.name = name
        values = sections.reduce(into: [:]) { values, section in
            values.merge(section?.values ?? [:]) { $1 }
        }
    }

    /// A setting that is not empty.
    package func value(_ setting: String) -> SharedFile.Value? {
        values[setting].flatMap { $0.text.isEmpty ? nil : $0 }
    }
}

extension Profile: CustomStringConvertible {
    /// Tells the name alone, so that no secret reaches a log.
    package var description: String { "Profile(\(name))" }
}
