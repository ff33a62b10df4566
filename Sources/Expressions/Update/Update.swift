// A change of an item's attributes: from an UpdateExpression, or from AttributeUpdates.

import ApusModel

/// The actions of an update. They do not touch the same places, so their order is of no importance.
package struct Update: Sendable {
    /// Which parameter an update comes in; what an item refuses of it is told in different words.
    package enum Form: Sendable {
        case expression
        case attributeUpdates
    }

    package let actions: [UpdateAction]
    package let form: Form

    /// - Precondition: no action's path is that of another, or leads through it.
    package init(_ actions: [UpdateAction], form: Form = .expression) {
        self.actions = actions
        self.form = form
    }

    /// - Throws: a validation error for two actions whose paths overlap or conflict.
    package init(requiringApart actions: [UpdateAction]) throws(ServiceError) {
        _ = try PathTree(requiringApart: actions.map(\.target))
        self.init(actions)
    }

    /// - Throws: a validation error for the first fault of syntax, else of meaning.
    package init(parsing text: String, using placeholders: inout Placeholders) throws(ServiceError) {
        var parser = try Parser(text, kind: .update)
        let written = try parser.parseUpdate()
        var resolver = Resolver(after: parser, placeholders: placeholders)
        actions = resolver.actions(written)
        form = .expression
        try resolver.faults.requireNone()
        placeholders = resolver.placeholders
    }

    /// Whether the update brings an item into being where there is none: removing alone does not.
    package var createsItem: Bool {
        actions.contains { action in
            switch action {
            case .set, .add: true
            case .remove, .delete: false
            }
        }
    }

    /// The paths that the update writes to or removes.
    package var targets: [AttributePath] { actions.map(\.target) }

    /// The paths that the update reads values from.
    package var sources: [AttributePath] {
        actions.flatMap { action -> [AttributePath] in
            if case .set(_, let value) = action { value.paths } else { [] }
        }
    }

    /// - Throws: a validation error if the update touches the key of its table.
    package func requireNoKey(of schema: KeySchema) throws(ServiceError) {
        guard let name = targets.map(\.attributeName).first(where: { schema.contains($0) }) else { return }
        throw .invalidParameter("Cannot update attribute \(name). This attribute is part of the key")
    }

    /// What an item, old or new, holds at the targets, within the maps and lists around it.
    package func touched(in item: Item) -> Item {
        PathTree(targets).pick(from: item)
    }
}

/// One action of an update: what it does, and where.
package enum UpdateAction: Equatable, Sendable {
    case set(AttributePath, UpdateValue)
    case remove(AttributePath)
    /// Adds to a number, puts elements into a set, or, for AttributeUpdates alone, appends to a list.
    case add(AttributePath, AttributeValue)
    /// Takes elements out of a set.
    case delete(AttributePath, AttributeValue)

    package var target: AttributePath {
        switch self {
        case .set(let target, _), .remove(let target), .add(let target, _), .delete(let target, _): target
        }
    }
}

/// What a SET stores, in terms of the item before the update.
package indirect enum UpdateValue: Equatable, Sendable {
    case path(AttributePath)
    case value(AttributeValue)
    case ifNotExists(AttributePath, otherwise: UpdateValue)
    case listAppend(UpdateValue, UpdateValue)
    case sum(UpdateValue, UpdateValue)
    case difference(UpdateValue, UpdateValue)

    /// Every path that is read, in the order written.
    package var paths: [AttributePath] {
        switch self {
        case .path(let path): [path]
        case .value: []
        case .ifNotExists(let path, let fallback): [path] + fallback.paths
        case .listAppend(let left, let right), .sum(let left, let right), .difference(let left, let right):
            left.paths + right.paths
        }
    }
}
