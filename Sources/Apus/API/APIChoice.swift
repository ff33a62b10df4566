// Values of the API that are one of several names.

/// A name out of a list that the service may lengthen: known ones are static members, any other is kept as it is.
public protocol APIChoice: RawRepresentable, Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral
where RawValue == String {
    /// Takes any name: the service may know more than the library.
    init(rawValue: String)
}

extension APIChoice {
    /// The name as the API has it.
    public var description: String { rawValue }

    /// Takes the name as the API has it.
    public init(stringLiteral value: String) {
        self.init(rawValue: value)
    }
}
