// The request and the answer of UpdateTimeToLive.

import ApusModel
import Testing

@testable import ApusWire

struct UpdateTimeToLiveRequestTests {
    @Test func `a switch is read`() throws {
        let request = try UpdateTimeToLiveRequest.decode(
            #"{"TableName":"Cats","TimeToLiveSpecification":{"AttributeName":"expires","Enabled":true,"More":[]}}"#
        )

        #expect(request.tableName == "Cats")
        #expect(request.specification?.attributeName == "expires")
        #expect(request.specification?.enabled == true)
    }

    @Test func `the answer repeats it`() {
        let specification = TimeToLiveSpecification(attributeName: "expires", enabled: false)

        #expect(
            UpdateTimeToLiveResponse(specification: specification).json
                == #"{"TimeToLiveSpecification":{"AttributeName":"expires","Enabled":false}}"#
        )
    }

    @Test func `all that is missing is told`() {
        let error = ServiceError.validation(
            "2 validation errors detected: Value null at 'timeToLiveSpecification.enabled' failed to satisfy "
                + "constraint: Member must not be null; Value null at 'timeToLiveSpecification.attributeName' failed "
                + "to satisfy constraint: Member must not be null"
        )

        #expect(throws: error) {
            try UpdateTimeToLiveRequest.decode(#"{"TableName":"Cats","TimeToLiveSpecification":{}}"#)
        }
    }
}
