// Entries that wait: in the order in which they came, or each until its own time.

/// A line whose head can be taken at a constant cost.
struct WaitingLine: Sendable {
    private var numbers: [Int] = []
    private var head = 0

    var count: Int { numbers.count - head }
    var isEmpty: Bool { head == numbers.count }
    var first: Int? { isEmpty ? nil : numbers[head] }

    mutating func append(_ number: Int) {
        numbers.append(number)
    }

    mutating func removeFirst() {
        head += 1
        // Cleared once more than half is empty, so that each number is moved once in the mean.
        if head > 64, head * 2 > numbers.count {
            numbers.removeFirst(head)
            head = 0
        }
    }

    mutating func removeAll() {
        numbers.removeAll()
        head = 0
    }
}

/// Numbers with the times for which they wait: the earliest is at hand (a binary heap).
struct DelayedLine: Sendable {
    private struct Delayed {
        let time: Duration
        let number: Int

        func precedes(_ other: Delayed) -> Bool {
            time == other.time ? number < other.number : time < other.time
        }
    }

    private var heap: [Delayed] = []

    var isEmpty: Bool { heap.isEmpty }
    var count: Int { heap.count }
    var firstTime: Duration? { heap.first?.time }

    mutating func insert(_ number: Int, until time: Duration) {
        heap.append(Delayed(time: time, number: number))
        var child = heap.count - 1
        while child > 0, heap[child].precedes(heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes out the earliest number whose time has come.
    mutating func removeFirst(dueAt now: Duration) -> Int? {
        guard let first = heap.first, first.time <= now else { return nil }
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        sink()
        return first.number
    }

    mutating func removeAll() {
        heap.removeAll()
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[child].precedes(heap[least]) { least = child }
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
