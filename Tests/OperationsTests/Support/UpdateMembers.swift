// Members of UpdateTable requests, put together from short words.

/// What the body of an UpdateTable request is made of.
enum UpdateMembers {
    /// A member that sets the units of the table, or of what the member stands in.
    static func units(_ readUnits: Int, _ writeUnits: Int) -> String {
        "\"ProvisionedThroughput\":{\"ReadCapacityUnits\":\(readUnits),\"WriteCapacityUnits\":\(writeUnits)}"
    }

    /// The member that says what is to happen to indexes.
    static func indexUpdates(_ updates: String...) -> String {
        "\"GlobalSecondaryIndexUpdates\":[\(updates.joined(separator: ","))]"
    }

    /// An element of that member that changes an index.
    static func update(_ name: String, _ members: String) -> String {
        "{\"Update\":{\"IndexName\":\"\(name)\"\(members.isEmpty ? "" : ",\(members)")}}"
    }

    /// An element of that member that creates an index by an attribute.
    static func create(_ name: String, by attribute: String, _ members: String = "") -> String {
        """
        {"Create":{"IndexName":"\(name)","KeySchema":[{"AttributeName":"\(attribute)","KeyType":"HASH"}],
         "Projection":{"ProjectionType":"ALL"}\(members.isEmpty ? "" : ",\(members)")}}
        """
    }

    /// An element of that member that deletes an index.
    static func delete(_ name: String) -> String {
        "{\"Delete\":{\"IndexName\":\"\(name)\"}}"
    }

    /// The member that defines attributes, given as `name` and type: `["owner": "S"]`.
    static func attributes(_ types: KeyValuePairs<String, String>) -> String {
        let definitions = types.map { "{\"AttributeName\":\"\($0.key)\",\"AttributeType\":\"\($0.value)\"}" }
        return "\"AttributeDefinitions\":[\(definitions.joined(separator: ","))]"
    }
}
