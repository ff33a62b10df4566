// The key that a page goes on after.

import ApusDatabase
import ApusModel

extension PrimaryKey {
    /// Checks a starting key against the schema alone.
    init(startingAt key: Item, of schema: KeySchema) throws(ServiceError) {
        guard key.count == schema.attributes.count, schema.attributes.allSatisfy({ key[$0.name] != nil }) else {
            throw .validation("The provided starting key is invalid")
        }
        do throws(ServiceError) {
            try self.init(key, by: schema)
        } catch {
            throw .validation("The provided starting key is invalid: \(error.message ?? "")")
        }
    }
}
