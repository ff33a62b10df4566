// The ways to read on and on.

import ApusModel

extension DynamoDBClient {
    /// The pages of a command, each asked for when it is wanted: `client.pages(of: ListBackupsCommand(input))`.
    public func pages<Paged: PagedCommand>(of command: Paged) -> Pages<Paged> {
        Pages(client: self, first: command.input)
    }

    /// The pages of a Query.
    public func queryPages(_ input: QueryInput) -> Pages<QueryCommand> {
        pages(of: QueryCommand(input))
    }

    /// The items that a Query finds, over all of its pages.
    ///
    /// - Parameters:
    ///   - input: what is asked, and where to begin.
    ///   - maxItems: how many items to answer at most; all when nil. A page does not read more than these, unless there
    ///     is a filter, which leaves open how many items it takes to find some.
    public func queryItems(
        _ input: QueryInput,
        maxItems: Int? = nil
    ) -> PageElements<Pages<QueryCommand>, Item> {
        var input = input
        if input.filterExpression == nil, input.queryFilter == nil {
            input.limit = Self.pageLimit(input.limit, maxItems)
        }
        let items = queryPages(input).elements
        return maxItems.map(items.limited) ?? items
    }

    /// The pages of a Scan. ``parallelScan(_:segments:readUnitsPerSecond:)`` reads several at a time.
    public func scanPages(_ input: ScanInput) -> Pages<ScanCommand> {
        pages(of: ScanCommand(input))
    }

    /// The items that a Scan finds, over all of its pages.
    ///
    /// - Parameters:
    ///   - input: what is asked, and where to begin.
    ///   - maxItems: how many items to answer at most; all when nil. A page does not read more than these, unless there
    ///     is a filter, which leaves open how many items it takes to find some.
    public func scanItems(
        _ input: ScanInput,
        maxItems: Int? = nil
    ) -> PageElements<Pages<ScanCommand>, Item> {
        var input = input
        if input.filterExpression == nil, input.scanFilter == nil {
            input.limit = Self.pageLimit(input.limit, maxItems)
        }
        let items = scanPages(input).elements
        return maxItems.map(items.limited) ?? items
    }

    /// The names of all tables of the region, in the order of their bytes.
    public func tableNames() -> PageElements<Pages<ListTablesCommand>, String> {
        pages(of: ListTablesCommand(ListTablesInput())).elements
    }

    /// The tags of a table, or of another resource by its ARN.
    public func tags(ofResource arn: String) -> PageElements<Pages<ListTagsOfResourceCommand>, Tag> {
        pages(of: ListTagsOfResourceCommand(ListTagsOfResourceInput(resourceArn: arn))).elements
    }

    /// How many items a page may read, where so many are wanted altogether. The service takes no limit below 1.
    private static func pageLimit(_ limit: Int?, _ maxItems: Int?) -> Int? {
        guard let maxItems else { return limit }
        return max(1, min(limit ?? maxItems, maxItems))
    }
}
