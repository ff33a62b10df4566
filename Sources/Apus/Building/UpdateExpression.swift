// A change of some attributes of an item.

import ApusModel

/// What UpdateItem does to an item, built action by action.
///
///     let update = UpdateExpression()
///         .set("price", to: path("price") + 5)
///         .add(1, to: "changes")
///         .remove("discount", "info.draft")
///
/// All actions see the item as it was before the update, and their order is of no importance. The service refuses an
/// update of which two actions touch one place, and one that touches the key.
public struct UpdateExpression: Sendable {
    private struct Action {
        let path: DocumentPath
        let value: any ExpressionTerm
    }

    private var sets: [Action] = []
    private var removals: [DocumentPath] = []
    private var additions: [Action] = []
    private var deletions: [Action] = []

    /// An update without actions, to begin with. It has to have one when it is sent.
    public init() {}

    /// Whether there is no action yet. Such an update cannot be sent.
    public var isEmpty: Bool {
        sets.isEmpty && removals.isEmpty && additions.isEmpty && deletions.isEmpty
    }

    /// Stores a value at a path, in place of what may be there. The map or the list around it has to exist; past the
    /// end of a list the value is appended.
    public func set(_ path: DocumentPath, to value: AttributeValue) -> UpdateExpression {
        set(path, to: Constant(value))
    }

    /// Stores at a path what an operand is: the value at another path, or a ``DefaultedPath``.
    public func set(_ path: DocumentPath, to operand: some UpdateOperand) -> UpdateExpression {
        adding(Action(path: path, value: operand), to: \.sets)
    }

    /// Stores a sum, a difference or a list put together at a path.
    public func set(_ path: DocumentPath, to value: UpdateValue) -> UpdateExpression {
        adding(Action(path: path, value: value), to: \.sets)
    }

    /// Takes out what is at these paths. Elements of a list that stand behind move up.
    public func remove(_ paths: DocumentPath...) -> UpdateExpression {
        var update = self
        update.removals += paths
        return update
    }

    /// Adds a number to a number, or the elements of a set to a set. Where there is nothing, the value is stored.
    public func add(_ value: AttributeValue, to path: DocumentPath) -> UpdateExpression {
        adding(Action(path: path, value: Constant(value)), to: \.additions)
    }

    /// Takes the elements of a set out of the set at a path, which is removed when none are left.
    public func delete(_ elements: AttributeValue, from path: DocumentPath) -> UpdateExpression {
        adding(Action(path: path, value: Constant(elements)), to: \.deletions)
    }

    private func adding(_ action: Action, to list: WritableKeyPath<UpdateExpression, [Action]>) -> UpdateExpression {
        var update = self
        update[keyPath: list].append(action)
        return update
    }
}

// The service takes each section once, so all actions of a kind stand in one.
extension UpdateExpression {
    /// - Throws: ``ExpressionError/emptyUpdate`` where there is no action.
    func written(by writer: inout ExpressionWriter) throws(ExpressionError) -> String {
        guard !isEmpty else { throw .emptyUpdate }
        var sections: [String] = []
        if !sets.isEmpty { sections.append("SET \(try text(of: sets, sign: " = ", by: &writer))") }
        if !removals.isEmpty { sections.append("REMOVE \(try writer.list(removals))") }
        if !additions.isEmpty { sections.append("ADD \(try text(of: additions, sign: " ", by: &writer))") }
        if !deletions.isEmpty { sections.append("DELETE \(try text(of: deletions, sign: " ", by: &writer))") }
        return sections.joined(separator: " ")
    }

    private func text(
        of actions: [Action],
        sign: String,
        by writer: inout ExpressionWriter
    ) throws(ExpressionError) -> String {
        var texts: [String] = []
        for action in actions {
            let path = try action.path.written(by: &writer)
            texts.append("\(path)\(sign)\(try action.value.written(by: &writer))")
        }
        return texts.joined(separator: ", ")
    }
}
