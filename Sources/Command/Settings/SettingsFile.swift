// Settings out of a YAML file.

import Yams

extension SettingLayer {
    /// Reads the text of a file: a mapping of the settings' names to their values.
    init(yaml text: String, path: String) throws(SettingError) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw SettingError("\(path) is no valid YAML: \(error)")
        }
        var texts: [Setting: String] = [:]
        for (key, value) in try Self.members(of: root, path: path) {
            guard let name = key.scalar?.string, let setting = Setting(rawValue: name) else {
                let known = Setting.allCases.map(\.rawValue).joined(separator: ", ")
                throw SettingError("\(path) has the unknown key \"\(key.scalar?.string ?? "?")\"; known are \(known)")
            }
            guard let scalar = value.scalar else {
                throw SettingError("\(setting.rawValue) in \(path) is not a single value")
            }
            texts[setting] = scalar.string
        }
        self.init(.file(path), texts)
    }

    private static func members(of root: Node?, path: String) throws(SettingError) -> [(Node, Node)] {
        switch root {
        case nil: return []
        case .mapping(let mapping): return mapping.map { ($0.key, $0.value) }
        case .scalar(let scalar) where scalar.string.isEmpty: return []
        default: throw SettingError("\(path) is not a mapping of settings, such as port: 8000")
        }
    }
}
