// What the environment and the shared files say.

/// The settings of the surroundings under one profile. A variable of the environment stands over the profile.
package struct SharedConfiguration: Sendable {
    package let environment: Environment
    /// Nil where none is named and the files have none called `default`.
    package let profile: Profile?
    private let configuration: SharedFile?

    /// - Parameter profileName: stands over `AWS_DEFAULT_PROFILE` and `AWS_PROFILE`; a profile that one of them names
    ///   must be there.
    package init(profileName: String?, surroundings: Surroundings) throws(ClientConfigurationError) {
        environment = surroundings.environment
        configuration = try Self.file("AWS_CONFIG_FILE", orHomeFile: ".aws/config", surroundings)
        let credentials = try Self.file(
            "AWS_SHARED_CREDENTIALS_FILE",
            orHomeFile: ".aws/credentials",
            surroundings
        )
        let name = profileName ?? environment["AWS_DEFAULT_PROFILE"] ?? environment["AWS_PROFILE"]
        profile = Profile(
            name ?? Profile.defaultName,
            configuration: configuration,
            credentials: credentials
        )
        if profile == nil, let name, name != Profile.defaultName { throw .unknownProfile(name) }
    }

    private static func file(
        _ variable: String,
        orHomeFile name: String,
        _ surroundings: Surroundings
    ) throws(ClientConfigurationError) -> SharedFile? {
        let home = surroundings.environment["HOME"]
        guard var path = surroundings.environment[variable] ?? home.map({ "\($0)/\(name)" }) else { return nil }
        if path.hasPrefix("~/"), let home { path = home + path.dropFirst() }
        do throws(SharedFileError) {
            guard let bytes = try surroundings.readFile(path) else { return nil }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw SharedFileError(path: path, "its bytes are no UTF-8")
            }
            return try SharedFile(parsing: text, path: path)
        } catch {
            throw .badFile(error)
        }
    }

    // MARK: Settings

    /// A setting's text, and where it stands.
    package func text(_ setting: SharedSetting) -> (text: String, place: String)? {
        for variable in setting.variables {
            if let text = environment[variable] { return (text, variable) }
        }
        return profile?.value(setting.rawValue).map { ($0.text, "\(setting.rawValue) in \($0.place)") }
    }

    /// False where nothing is set.
    package func flag(_ setting: SharedSetting) -> Bool {
        // As the AWS tools have it, any text but "true" is a no.
        text(setting)?.text.lowercased() == "true"
    }

    package func retryMode() throws(ClientConfigurationError) -> RetryMode? {
        guard let (text, place) = text(.retryMode) else { return nil }
        guard let mode = RetryMode(rawValue: text.lowercased()) else {
            let known = RetryMode.allCases.map(\.rawValue).joined(separator: ", ")
            throw .badValue(text, place: place, wanted: "one of \(known)")
        }
        return mode
    }

    package func maxAttempts() throws(ClientConfigurationError) -> Int? {
        guard let (text, place) = text(.maxAttempts) else { return nil }
        guard let attempts = Int(text), attempts > 0 else {
            throw .badValue(text, place: place, wanted: "a whole number from 1 on")
        }
        return attempts
    }

    /// The address that is set for a service: for it alone or for all, in the environment or in the profile.
    package func endpointURL(of service: String) throws(ClientConfigurationError) -> String? {
        if flag(.ignoresEndpointURLs) { return nil }
        if let address = environment["AWS_ENDPOINT_URL_\(service.uppercased())"] { return address }
        if let address = environment["AWS_ENDPOINT_URL"] { return address }
        return try servicesEndpointURL(of: service) ?? profile?.value(SharedSetting.endpointURL.rawValue)?.text
    }

    private func servicesEndpointURL(of service: String) throws(ClientConfigurationError) -> String? {
        guard let services = profile?.value("services") else { return nil }
        do throws(SharedFileError) {
            guard let section = configuration?.section(["services", services.text]) else {
                throw SharedFileError(services.place, "there is no section [services \(services.text)]")
            }
            return try section.values[service]?.nested()["endpoint_url"]
        } catch {
            throw .badFile(error)
        }
    }
}
