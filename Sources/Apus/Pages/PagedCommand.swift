// Operations that answer page by page.

/// A command whose answer may be the first of several pages, to be read on by ``DynamoDBClient/pages(of:)``.
///
/// Where a page ends, and with it the position from which to go on, is the service's choice. A page may be empty and
/// still have others behind it.
public protocol PagedCommand: Command {
    /// Where a page begins.
    associatedtype Position: Equatable & Sendable
    /// What the pages are made of.
    associatedtype Element: Sendable

    /// A command of this input.
    init(_ input: Input)

    /// Where an input says at which position to begin; nil for the first page.
    static var start: WritableKeyPath<Input, Position?> { get }
    /// Where an output says at which position the next page begins; nil on the last page.
    static var next: KeyPath<Output, Position?> { get }
    /// Where an output has what is paged.
    static var elements: KeyPath<Output, [Element]> { get }
}
