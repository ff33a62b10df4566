// Faults out of files, which are YAML or JSON.

import ApusModel
import ApusWire
import Yams

/// What a file of faults says, as the JSON that a server takes. Whether it makes sense is for the server to judge.
struct FaultFile: Equatable, Sendable {
    static let limitBytes = 1 << 20

    let json: [UInt8]
    /// What complaints call the file.
    let path: String

    /// Reads a file; `-` is standard input.
    init(path: String) throws(SettingError) {
        let name = path == "-" ? "standard input" : path
        let bytes = try Self.bytes(of: path, named: name)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SettingError("\(name) is not UTF-8. Write it as YAML or JSON in that encoding.")
        }
        try self.init(text: text, path: name)
    }

    /// `path` is what complaints call the text.
    init(text: String, path: String) throws(SettingError) {
        self.path = path
        guard text.utf8.count <= Self.limitBytes else { throw Self.tooLarge(path) }
        let bytes = Array(text.utf8)
        // Not all JSON is YAML: tabs between values, and pairs of escapes for one character, are not.
        json = JSONReader.isSoundObject(bytes) ? bytes : try Self.json(yaml: text, path: path)
    }

    private static func tooLarge(_ path: String) -> SettingError {
        SettingError("\(path) is larger than \(limitBytes >> 20) MiB. Split it into several files.")
    }

    private static func bytes(of path: String, named name: String) throws(SettingError) -> [UInt8] {
        do throws(InputError) {
            let file = try InputFile(opening: path)
            var bytes: [UInt8] = []
            while bytes.count <= limitBytes {
                let chunk = try file.read { false }
                if chunk.isEmpty { return bytes }
                bytes += chunk
            }
        } catch {
            throw SettingError("The faults cannot be had: \(error)")
        }
        throw tooLarge(name)
    }

    private static func json(yaml text: String, path: String) throws(SettingError) -> [UInt8] {
        do {
            // Yams follows aliases while it reads, and a few lines of them can stand for billions of values.
            if text.utf8.contains(YAMLAnchors.mark) { _ = try root(of: YAMLAnchors.blanked(in: text)) }
            guard let root = try root(of: text), case .mapping = root else {
                throw SettingError("\(path) is no mapping. Give it a list of rules under the key rules, or one rule.")
            }
            var writer = JSONWriter()
            try root.write(to: &writer)
            return writer.bytes
        } catch let error as YamlError {
            throw error.complaint(about: path)
        } catch let error as YAMLFault {
            throw SettingError("\(path), line \(error.line): \(error.problem)")
        } catch {
            throw error as? SettingError ?? SettingError("\(path) is no valid YAML: \(error)")
        }
    }

    // Without rules of its own, the parser takes keys as the same that are the same text, as JSON does.
    private static func root(of text: String) throws -> Node? {
        try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    }
}

/// The anchors of YAML, which name a value so that an alias can repeat it.
private enum YAMLAnchors {
    static let mark = UInt8(ascii: "&")

    /// The text with spaces where an anchor may be: what was an alias is now one of nothing, which is an error.
    static func blanked(in text: String) -> String {
        var bytes = Array(text.utf8)
        for start in bytes.indices where bytes[start] == mark && (start == 0 || !isNameByte(bytes[start - 1])) {
            let end = bytes[(start + 1)...].firstIndex { !isNameByte($0) } ?? bytes.count
            for position in start..<end { bytes[position] = UInt8(ascii: " ") }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension YamlError {
    fileprivate func complaint(about path: String) -> SettingError {
        switch self {
        case .composer(_, "found undefined alias", let mark, _):
            SettingError("\(path), line \(mark.line): there is an alias. Write out what it stands for.")
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            SettingError("\(path) is no valid YAML: line \(mark.line), column \(mark.column): \(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            SettingError(
                "\(path), line \(context.mark.line): the key \"\(keys[0])\" stands in a mapping twice. "
                    + "Keep one of them."
            )
        case .reader(let problem, _, _, _): SettingError("\(path) is no valid YAML: \(problem)")
        default: SettingError("\(path) is no valid YAML: \(self)")
        }
    }
}

extension JSONReader {
    /// Whether the bytes are one JSON object, in which no object has a name twice.
    fileprivate static func isSoundObject(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var reader = JSONReader(bytes)
            do throws(ServiceError) {
                guard case .object = try reader.peekKind() else { return false }
                try reader.skipSoundValue()
                try reader.requireEnd()
                return true
            } catch {
                return false
            }
        }
    }

    // The reader's own limit in depth bounds the recursion.
    private mutating func skipSoundValue() throws(ServiceError) {
        switch try peekKind() {
        case .object: _ = try entries { _, reader throws(ServiceError) in try reader.skipSoundValue() }
        case .array: _ = try elements { reader throws(ServiceError) in try reader.skipSoundValue() }
        default: try skipValue()
        }
    }
}
