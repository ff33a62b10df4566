// Elements that count how often they were saved.

import ApusModel

extension Table {
    /// Stores an element, if no one else has stored one in its place since it was read.
    ///
    /// The element says by its version what was read: the stored one has to be of the same version. An element whose
    /// version is missing, NULL or 0 is a new one, and nothing may be stored under its key. What is stored has the next
    /// version.
    ///
    ///     var film = try await films.get(.key("Metropolis", 1927))!
    ///     film.rating = 5
    ///     do {
    ///         film = try await films.save(film)
    ///     } catch let conflict as VersionConflict<Film> {
    ///         // Decide again, by what conflict.current says.
    ///     }
    ///
    /// All who write have to keep to it, by saving and by ``update(_:by:if:returning:)``. Regions of a global table that
    /// are not strongly consistent do not see each other's versions in time.
    ///
    /// - Precondition: the table has a version attribute.
    /// - Returns: the element as it was stored, with its new version.
    /// - Throws: ``VersionConflict`` with what is there. The answer to an earlier attempt of the same call may have been
    ///   lost, and what is there is then this element itself.
    @discardableResult
    public func save(_ element: Element) async throws -> Element {
        let saved = try savedItem(of: element)
        try await unlessVersionConflicts(saved.expectedVersion) { try await put(saved.item, if: saved.condition) }
        return try decoder.decode(from: saved.item)
    }

    /// Deletes an element, if no one else has stored one in its place since it was read; in a table without a version
    /// attribute, in any case.
    ///
    /// - Throws: ``VersionConflict`` with what is there.
    public func delete(_ element: Element) async throws {
        let item = try encoder.encode(element)
        let key = keyAttributes(of: item)
        guard let versionAttribute else { return try await delete(key, if: nil) }
        let version = try version(in: item[versionAttribute])
        try await unlessVersionConflicts(version) { try await delete(key, if: isStored(in: version)) }
    }

    /// What saving an element stores, and under which condition.
    func savedItem(of element: Element) throws(ItemCodingError) -> SavedItem {
        guard let versionAttribute else { preconditionFailure("the table \(name) has no version attribute") }
        var item = try encoder.encode(element)
        let version = try version(in: item[versionAttribute])
        item[versionAttribute] = .number(Number((version ?? 0) + 1))
        return SavedItem(item: item, expectedVersion: version, condition: isStored(in: version))
    }

    /// An update that raises the version too, so that those who save what they read before notice it.
    func raisingVersion(_ update: UpdateExpression) -> UpdateExpression {
        versionAttribute.map { update.add(1, to: DocumentPath(name: $0)) } ?? update
    }

    /// The condition that an element of this version is there, or nothing where it was never saved.
    private func isStored(in version: Int?) -> ConditionExpression {
        guard let version, let versionAttribute else { return DocumentPath(name: partitionKey).doesNotExist }
        return DocumentPath(name: versionAttribute) == .number(Number(version))
    }

    /// The version that an attribute tells; nil for that of an element that was never saved.
    private func version(in value: AttributeValue?) throws(ItemCodingError) -> Int? {
        guard let value, value != .null else { return nil }
        guard let version = value.asInt, (0..<Int.max).contains(version) else {
            throw ItemCodingError(
                path: versionAttribute ?? "",
                problem: .mismatch(found: value, wanted: "a version: a whole number (N), 0 or above")
            )
        }
        return version == 0 ? nil : version
    }

    private func unlessVersionConflicts(_ version: Int?, _ write: () async throws -> Void) async throws {
        do {
            try await write()
        } catch let failure as ConditionFailure<Element> {
            throw VersionConflict(failure, expectedVersion: version)
        }
    }
}

/// An item to be stored in place of the version that was read.
struct SavedItem: Sendable {
    let item: Item
    let expectedVersion: Int?
    let condition: ConditionExpression
}
