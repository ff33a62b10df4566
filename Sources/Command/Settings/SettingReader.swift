// Looks settings up, whatever source sets them.

/// Looks settings up through the layers.
struct SettingReader {
    let layers: [SettingLayer]

    func source(of setting: Setting) -> SettingSource? {
        layer(of: setting)?.source
    }

    func text(_ setting: Setting) -> String? {
        layer(of: setting)?.texts[setting]
    }

    /// The value of a setting; nil where no layer sets it.
    func value<Value>(
        _ setting: Setting,
        _ forms: String,
        _ parse: (String) -> Value?
    ) throws(SettingError) -> Value? {
        guard let layer = layer(of: setting), let text = layer.texts[setting] else { return nil }
        guard let value = parse(text) else {
            throw SettingError("\(layer.source.name(of: setting)) is \"\(text)\"; \(forms)")
        }
        return value
    }

    func isSet(_ setting: Setting) throws(SettingError) -> Bool {
        try value(setting, "it is true or false") { Bool($0) } ?? false
    }

    private func layer(of setting: Setting) -> SettingLayer? {
        layers.first { $0.texts[setting] != nil }
    }
}
