// What a table is: its name, its keys, how it is paid for, and since when it exists.

/// The definition of a table, as CreateTable made it.
package struct TableDefinition: Equatable, Sendable {
    /// How the table is paid for.
    package enum Billing: Equatable, Sendable {
        /// Units per second.
        case provisioned(readUnits: Int, writeUnits: Int)
        case onDemand
    }

    package let name: TableName
    /// The region whose table this is: the same name in another region is another table.
    package let region: String
    /// The unique id that the API shows, in the form of a UUID.
    package let uniqueID: String
    package let keySchema: KeySchema
    package let billing: Billing
    package let creationTime: Timestamp
    /// When the table is ready for items; CREATING until then.
    package let readyTime: Timestamp
    /// When the table is gone, once it has been deleted; DELETING until then.
    package var goneTime: Timestamp?

    package init(
        name: TableName,
        region: String,
        uniqueID: String,
        keySchema: KeySchema,
        billing: Billing,
        creationTime: Timestamp,
        readyTime: Timestamp,
        goneTime: Timestamp? = nil
    ) {
        self.name = name
        self.region = region
        self.uniqueID = uniqueID
        self.keySchema = keySchema
        self.billing = billing
        self.creationTime = creationTime
        self.readyTime = readyTime
        self.goneTime = goneTime
    }
}
