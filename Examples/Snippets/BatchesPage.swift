// The code of the page about batches.

import ApusTesting
import Testing

struct BatchesPage {
    @Test(.apus) func `all changes are accounted for`() async throws {
        let client = try await Film.table().client
        let item: Item = ["title": "Metropolis", "year": 1927]
        let key: Item = ["title": "Nosferatu", "year": 1922]
        var options = BatchWriteOptions()
        options.ceiling = 500
        options.giveUpTime = .seconds(60)
        let writer = BatchWriter<Void>(client: client, options: options)
        await writer.add(.put(item, into: "Films"))
        await writer.add(.delete(key, from: "Films"))
        let outcome = await writer.finish()
        for change in outcome.unwritten {
            print(change.change.attributes, change.reason, change.attempts)
        }

        #expect(outcome.written == 2 && outcome.isComplete)
    }

    @Test(.apus) func `a sequence is written with its origins`() async throws {
        let client = try await Film.table().client
        let lines = AsyncStream<String> { continuation in
            for title in ["Metropolis", "M"] { continuation.yield(title) }
            continuation.finish()
        }
        let changes = lines.map { line in
            BatchChange.put(["title": .string(line), "year": 1927], into: "Films", origin: line)
        }
        let writer = BatchWriter<String>(client: client)
        let watch = Task {
            for await progress in writer.progress {
                print(progress.total.written, progress.total.unprocessedByRound, progress.total.rate ?? .infinity)
            }
        }
        let outcome = await writer.write(contentsOf: changes)
        await watch.value

        #expect(outcome.written == 2)
        #expect(writer.progress.current.total.written == 2)
    }

    @Test(.apus) func `many keys are read`() async throws {
        let films = try await Film.table()
        let client = films.client
        try await films.put(Film(title: "Metropolis", year: 1927))
        let keys = [1926, 1927].map { year in
            BatchGetKey(["title": "Metropolis", "year": .number(Number(year))], in: "Films")
        }
        var titles: [AttributeValue?] = []
        let found = BatchGetter(client: client).items(for: keys)
        for await item in found {
            titles.append(item.item["title"])
        }
        let outcome = await found.outcome
        print(outcome.found, outcome.missing, outcome.leftOver)

        #expect(titles == ["Metropolis"])
        #expect(outcome.missing == [keys[0]] && outcome.leftOver.isEmpty)
    }
}
