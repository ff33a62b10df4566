// Carrying an update out.

import ApusModel

extension Update {
    /// The item after the update. All values and positions are those of the item before it.
    ///
    /// - Parameter item: the item before; with its key only if it does not exist.
    /// - Throws: a validation error where the item is not as the update supposes.
    package func applied(to item: Item, exists: Bool) throws(ServiceError) -> Item {
        var writes: [(path: AttributePath, value: AttributeValue)] = []
        var removals: [AttributePath] = []
        for action in actions {
            let effect = try action.effect(on: item, mismatch: form.typeMismatch)
            let target = action.target
            guard target.hasPlace(in: item) else {
                // Where there is no item, nothing is amiss with removing a part of it.
                if !exists, effect.isRemoval { continue }
                throw .validation("The document path provided in the update expression is invalid for update")
            }
            switch effect {
            case .none: break
            case .write(let value): writes.append((target, value))
            case .removal: if target.value(in: item) != nil { removals.append(target) }
            }
        }
        return item.changed(writing: writes, removing: removals)
    }
}

/// What an action does to the place that it names.
private enum Effect {
    case none
    case write(AttributeValue)
    case removal

    var isRemoval: Bool {
        switch self {
        case .none, .removal: true
        case .write: false
        }
    }
}

extension Update.Form {
    /// What is told where an attribute is not of the type that is added to it or taken out of it.
    fileprivate var typeMismatch: ServiceError {
        switch self {
        case .expression: .wrongOperandType
        case .attributeUpdates: .validation("Type mismatch for attribute to update")
        }
    }
}

extension UpdateAction {
    fileprivate func effect(on item: Item, mismatch: ServiceError) throws(ServiceError) -> Effect {
        switch self {
        case .set(_, let value): return .write(try value.evaluated(on: item))
        case .remove: return .removal
        case .add(let target, let addend):
            guard let old = target.value(in: item) else { return .write(addend) }
            return .write(try old.adding(addend, mismatch: mismatch))
        case .delete(let target, let elements):
            guard let old = target.value(in: item) else { return .none }
            guard let rest = try old.removing(elements, mismatch: mismatch) else { return .removal }
            return .write(rest)
        }
    }
}

extension UpdateValue {
    fileprivate func evaluated(on item: Item) throws(ServiceError) -> AttributeValue {
        switch self {
        case .value(let value): return value
        case .path(let path):
            if let value = path.value(in: item) { return value }
            throw .validation("The provided expression refers to an attribute that does not exist in the item")
        case .ifNotExists(let path, let fallback):
            if let value = path.value(in: item) { return value }
            return try fallback.evaluated(on: item)
        case .listAppend(let left, let right):
            return .list(try left.list(in: item) + right.list(in: item))
        case .sum(let left, let right):
            return .number(try left.number(in: item).adding(right.number(in: item)))
        case .difference(let left, let right):
            return .number(try left.number(in: item).subtracting(right.number(in: item)))
        }
    }

    private func list(in item: Item) throws(ServiceError) -> [AttributeValue] {
        guard case .list(let elements) = try evaluated(on: item) else { throw .wrongOperandType }
        return elements
    }

    private func number(in item: Item) throws(ServiceError) -> Number {
        guard case .number(let number) = try evaluated(on: item) else { throw .wrongOperandType }
        return number
    }
}
