// The pages of one operation, read one after another.

/// The outputs of a command and of those that go on where it ended.
///
/// A page is asked for when the loop over the pages wants it, never ahead. Each loop begins anew, at the position that
/// the command's input names. Loops end after the page that names no next position.
///
///     for try await page in client.pages(of: QueryCommand(input)) {
///         print(page.items.count, page.consumedCapacity?.capacityUnits ?? 0)
///     }
///
/// Going over the pages throws a `CallError` where a page has no answer or is refused, and when the task is cancelled;
/// a page that begins where it began is an answer that makes no sense.
public struct Pages<Paged: PagedCommand>: AsyncSequence, Sendable {
    /// A page.
    public typealias Element = Paged.Output

    let client: DynamoDBClient
    let first: Paged.Input

    /// What the pages hold, one after another.
    public var elements: PageElements<Pages<Paged>, Paged.Element> {
        PageElements(self) { $0[keyPath: Paged.elements] }
    }

    /// Begins at the first page.
    public func makeAsyncIterator() -> Iterator {
        Iterator(client: client, input: first)
    }

    /// Asks for one page after another.
    public struct Iterator: AsyncIteratorProtocol {
        let client: DynamoDBClient
        /// What to ask for next; nil once there is no more.
        var input: Paged.Input?

        /// The next page; nil after the last one, and after an error.
        ///
        /// - Throws: `CallError` where there is no answer, or a refusal.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(CallError) -> Paged.Output? {
            guard let asked = input else { return nil }
            input = nil
            guard !Task.isCancelled else { throw .notSent("the task was cancelled") }
            let page = try await client.send(Paged(asked))
            input = try following(page, of: asked)
            return page
        }

        private func following(_ page: Paged.Output, of asked: Paged.Input) throws(CallError) -> Paged.Input? {
            guard let position = page[keyPath: Paged.next] else { return nil }
            guard position != asked[keyPath: Paged.start] else {
                throw .unreadable("the next page is said to begin where this one began")
            }
            var input = asked
            input[keyPath: Paged.start] = position
            return input
        }
    }
}
