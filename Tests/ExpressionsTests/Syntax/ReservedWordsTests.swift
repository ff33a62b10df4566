// The list of reserved words.

import Testing

@testable import ApusExpressions

@Suite struct ReservedWordsTests {
    @Test(arguments: ["ABORT", "abort", "Name", "size", "ZONE", "zone", "ttl", "hash"])
    func `a word of the list is reserved in any case`(word: String) {
        #expect(ReservedWords.contains(word))
    }

    @Test(arguments: ["a", "pk", "abort_", "names1", "sizes", "zon"])
    func `other words are free`(word: String) {
        #expect(!ReservedWords.contains(word))
    }
}
