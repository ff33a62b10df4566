// What is told of each statement of a batch.

import ApusModel
import ApusWire
import Testing

struct BatchExecuteStatementResponseTests {
    private static func text(_ answers: BatchExecuteStatementResponse.Answer...) -> String {
        String(decoding: BatchExecuteStatementResponse(responses: answers).encoded(), as: UTF8.self)
    }

    @Test func `a statement that was carried out tells its table and its item`() {
        let text = Self.text(
            .done(tableName: "Cats", item: Array(#"{"id":{"S":"tom"}}"#.utf8)),
            .done(tableName: "Cats", item: nil)
        )

        #expect(text == #"{"Responses":[{"TableName":"Cats","Item":{"id":{"S":"tom"}}},{"TableName":"Cats"}]}"#)
    }

    @Test(arguments: [
        (ServiceError.Code.conditionalCheckFailed, "ConditionalCheckFailed"),
        (.itemCollectionSizeLimitExceeded, "ItemCollectionSizeLimitExceeded"),
        (.requestLimitExceeded, "RequestLimitExceeded"), (.validation, "ValidationError"),
        (.provisionedThroughputExceeded, "ProvisionedThroughputExceeded"),
        (.transactionConflict, "TransactionConflict"), (.throttling, "ThrottlingError"),
        (.internalServerError, "InternalServerError"), (.resourceNotFound, "ResourceNotFound"),
        (.accessDenied, "AccessDenied"), (.duplicateItem, "DuplicateItem"),
    ])
    func `a refusal has its code for statements`(code: ServiceError.Code, name: String) {
        #expect(Self.text(.refused(ServiceError(code, nil))) == "{\"Responses\":[{\"Error\":{\"Code\":\"\(name)\"}}]}")
    }

    @Test func `a failed condition tells the item`() {
        let error = ServiceError(.conditionalCheckFailed, "no", item: ["id": "tom"])

        #expect(
            Self.text(.refused(error))
                == #"{"Responses":[{"Error":{"Code":"ConditionalCheckFailed","Message":"no","Item":{"id":{"S":"tom"}}}}]}"#
        )
    }
}
