// Scan: reads the items of a table, or of one segment of it.

import ApusDatabase
import ApusModel
import ApusWire

enum Scan: Operation {
    static let name = OperationName.scan

    static func run(
        _ request: ScanRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<PageResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let options = request.options
        let expressions = try PageExpressions(options)
        let (segment, totalSegments) = try request.segments()
        let source = try PageSource(options, in: context)
        try expressions.requireFitting(source)
        let view = try PageView(options, expressions, of: source)
        let startKey = try options.exclusiveStartKey.map { key throws(ServiceError) in
            try StartKey(key.value, of: source)
        }
        try startKey?.requireFitting(segment: segment, of: totalSegments)
        let page = PageRequest(
            table: source.table,
            index: source.index,
            scope: .segment(segment, of: totalSegments),
            start: startKey?.position,
            limit: options.limit,
            fetchesItems: view.fetchesItems,
            isConsistent: options.isConsistent,
            staleness: context.staleness,
            workPerItem: 1 + (view.filter?.operandCount ?? 0)
        )
        page.answer(options, view, in: context, answer: answer)
    }
}

extension ScanRequest {
    /// The segment to read, and how many there are: the only one of one where none is named.
    fileprivate func segments() throws(ServiceError) -> (segment: Int, totalSegments: Int) {
        switch (segment, totalSegments) {
        case (nil, nil): return (0, 1)
        case (_?, nil):
            throw .validation(
                "The TotalSegments parameter is required but was not present in the request "
                    + "when Segment parameter is present"
            )
        case (nil, _?):
            throw .validation(
                "The Segment parameter is required but was not present in the request "
                    + "when parameter TotalSegments is present"
            )
        case (let segment?, let totalSegments?):
            guard segment < totalSegments else {
                throw .validation(
                    "The Segment parameter is zero-based and must be less than parameter TotalSegments: "
                        + "Segment: \(segment) is not less than TotalSegments: \(totalSegments)"
                )
            }
            return (segment, totalSegments)
        }
    }
}
