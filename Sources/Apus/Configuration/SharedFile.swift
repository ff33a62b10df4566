// A configuration or credentials file of the AWS tools, taken apart.

/// The sections of a shared file. Lines that begin with `#` or `;` are comments; a line that is indented more than the
/// setting above it belongs to that setting.
package struct SharedFile: Equatable, Sendable {
    package struct Section: Equatable, Sendable {
        package let name: String
        package fileprivate(set) var values: [String: Value] = [:]
    }

    /// A setting as it is written, and where. It may be a secret.
    package struct Value: Equatable, Sendable {
        package fileprivate(set) var text: String
        package let place: FilePlace
    }

    package let path: String
    package private(set) var sections: [Section] = []

    package init(parsing text: String, path: String) throws(SharedFileError) {
        self.path = path
        var setting: (name: String, indentation: Int)?
        let lines = text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
        for (index, line) in lines.enumerated() {
            let content = line.trimmed
            if content.isEmpty || content.first == "#" || content.first == ";" { continue }
            let place = FilePlace(path: path, line: index + 1)
            let indentation = line.prefix { $0.isBlank }.count
            if let above = setting, indentation > above.indentation {
                append(content, to: above.name)
            } else if content.first == "[" {
                try beginSection(content, at: place)
                setting = nil
            } else {
                setting = (try addSetting(content, at: place), indentation)
            }
        }
    }

    /// The first section with a name such as `profile cats`, whatever the quotation marks around its second word.
    package func section(_ words: [String]) -> Section? {
        sections.first { ShellWords.split($0.name) == words }
    }

    /// The first section of exactly this name.
    package func section(_ name: String) -> Section? {
        sections.first { $0.name == name }
    }

    private mutating func beginSection(_ content: Substring, at place: FilePlace) throws(SharedFileError) {
        guard let end = content.lastIndex(of: "]") else {
            throw SharedFileError(place, "a section's name ends with ]")
        }
        let name = content[content.index(after: content.startIndex)..<end].trimmed
        guard !name.isEmpty else { throw SharedFileError(place, "a section has a name") }
        guard section(String(name)) == nil else {
            throw SharedFileError(place, "the section [\(name)] stands there a second time")
        }
        sections.append(Section(name: String(name)))
    }

    /// Answers the setting's name.
    private mutating func addSetting(_ content: Substring, at place: FilePlace) throws(SharedFileError) -> String {
        // What cannot be read may hold a secret, and is not repeated.
        guard let sign = content.firstIndex(where: { $0 == "=" || $0 == ":" }), sign > content.startIndex else {
            throw SharedFileError(place, "a setting has the form name = value")
        }
        guard !sections.isEmpty else { throw SharedFileError(place, "a setting stands in a [section]") }
        let name = content[..<sign].trimmed.lowercased()
        guard sections[sections.count - 1].values[name] == nil else {
            throw SharedFileError(place, "\(name) is set a second time")
        }
        let text = String(content[content.index(after: sign)...].trimmed)
        sections[sections.count - 1].values[name] = Value(text: text, place: place)
        return name
    }

    private mutating func append(_ content: Substring, to name: String) {
        sections[sections.count - 1].values[name]?.text += "\n\(content)"
    }
}

extension SharedFile.Value {
    /// The settings that are nested in this one: those of the lines under it.
    package func nested() throws(SharedFileError) -> [String: String] {
        guard text.isEmpty || text.first == "\n" else { return [:] }
        var nested: [String: String] = [:]
        for line in text.split(separator: "\n") {
            guard let sign = line.firstIndex(of: "=") else {
                throw SharedFileError(place, "what is nested here has the form name = value")
            }
            nested[String(line[..<sign].trimmed)] = String(line[line.index(after: sign)...].trimmed)
        }
        return nested
    }
}

extension SharedFile.Value: CustomStringConvertible {
    /// Tells the place alone, so that no secret reaches a log.
    package var description: String { "\(place)" }
}

/// A line of a file.
package struct FilePlace: Equatable, Sendable, CustomStringConvertible {
    package let path: String
    /// Counted from 1.
    package let line: Int

    package var description: String { "\(path), line \(line)" }
}

/// What keeps a shared file from being read.
public struct SharedFileError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Where the fault is, and what it is.
    public let description: String

    init(_ place: FilePlace, _ problem: String) {
        description = "\(place): \(problem)."
    }

    init(path: String, _ problem: String) {
        description = "\(path): \(problem)."
    }
}

extension Character {
    fileprivate var isBlank: Bool { self == " " || self == "\t" }
}
