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
            guard let text = Self.text(of: value, for: setting) else {
                let form = setting.isList ? "neither a value nor a list of values" : "not a single value"
                throw SettingError("\(setting.rawValue) in \(path) is \(form)")
            }
            texts[setting] = text
        }
        self.init(.file(path), texts)
    }

    private static func text(of value: Node, for setting: Setting) -> String? {
        guard setting.isList, let elements = value.sequence else { return value.scalar?.string }
        let texts = elements.compactMap { $0.scalar?.string }
        return texts.isEmpty || texts.count < elements.count ? nil : texts.joined(separator: ",")
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
