// The request for one page.

import ApusModel

extension PageStep {
    func request(after startKey: Item?, in shape: PlainShape) -> JSONTree {
        var request: JSONTree = ["TableName": .string(shape.tableName)]
        var members = ExpressionMembers()
        request.add("IndexName", index.map { .string($0.name) })
        addScope(to: &request, &members)
        request.add("Limit", limit.map { .number(Double($0)) })
        request.add("Select", select.map { .string($0) })
        request.add("ProjectionExpression", projection.map { members.projection($0) })
        request.add("FilterExpression", filter.map { .string($0.text(&members)) })
        if isConsistent { request.add("ConsistentRead", true) }
        request.add("ExclusiveStartKey", startKey.map { JSONTree($0) })
        request.add("ReturnConsumedCapacity", capacity.member)
        members.add(to: &request)
        return request
    }

    private func addScope(to request: inout JSONTree, _ members: inout ExpressionMembers) {
        switch scope {
        case .whole: break
        case .segment(let segment, of: let total):
            request.add("Segment", .number(Double(segment)))
            request.add("TotalSegments", .number(Double(total)))
        case .partition(let conditions, let isForward):
            let texts = conditions.map { $0.text(&members) }
            request.add("KeyConditionExpression", .string(texts.joined(separator: " AND ")))
            if !isForward { request.add("ScanIndexForward", false) }
        }
    }
}
