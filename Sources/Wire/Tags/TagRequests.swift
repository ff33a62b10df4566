// The requests to set, remove and list the tags of a table.

import ApusModel

/// The tags that a table is to have besides those that it has.
package struct TagResourceRequest: WireRequest {
    package var resourceArn: String?
    package var tags: [RequestTag]?

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "TagResourceInput") { name, reader throws(ServiceError) in
            switch name {
            case "ResourceArn": resourceArn = try reader.optionalString()
            case "Tags": tags = try reader.optionalList(RequestTag.init(reading:))
            default: try reader.skipValue()
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkResourceArn(resourceArn)
        violations.require(tags, at: "tags")
        violations.checkTags(tags, at: "tags")
    }
}

/// The keys of the tags that a table is to lose.
package struct UntagResourceRequest: WireRequest {
    package var resourceArn: String?
    package var tagKeys: [String]?

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "UntagResourceInput") { name, reader throws(ServiceError) in
            switch name {
            case "ResourceArn": resourceArn = try reader.optionalString()
            case "TagKeys": tagKeys = try reader.optionalStrings()
            default: try reader.skipValue()
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkResourceArn(resourceArn)
        violations.require(tagKeys, at: "tagKeys")
        for (index, key) in (tagKeys ?? []).enumerated() where !violations.isFull {
            violations.checkLength(
                ofCharactersIn: key,
                within: Limits.tagKeyLength,
                at: "tagKeys.\(index + 1).member"
            )
        }
    }
}

/// Which page of a table's tags is wanted.
package struct ListTagsOfResourceRequest: WireRequest {
    package var resourceArn: String?
    package var nextToken: String?

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "ListTagsOfResourceInput") { name, reader throws(ServiceError) in
            switch name {
            case "ResourceArn": resourceArn = try reader.optionalString()
            case "NextToken": nextToken = try reader.optionalString()
            default: try reader.skipValue()
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.checkResourceArn(resourceArn)
    }
}

extension ShapeViolations {
    fileprivate mutating func checkResourceArn(_ arn: String?) {
        require(arn, at: "resourceArn")
        checkLength(of: arn, within: Limits.resourceArnLength, at: "resourceArn")
    }
}
