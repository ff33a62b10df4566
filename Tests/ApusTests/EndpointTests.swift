// Addresses of services.

import Testing

@testable import Apus

struct EndpointTests {
    @Test(arguments: [
        ("http://127.0.0.1:8000", "127.0.0.1:8000"),
        ("http://localhost:80/", "localhost"),
        ("HTTPS://dynamodb.eu-north-1.amazonaws.com", "dynamodb.eu-north-1.amazonaws.com"),
        ("https://example.org:8443", "example.org:8443"),
        ("http://[::1]:8000", "[::1]:8000"),
        ("http://[::1]", "[::1]"),
    ])
    func `an address names its host header`(address: String, header: String) throws {
        let endpoint = try #require(Endpoint(address))

        #expect(endpoint.hostHeader == header)
    }

    @Test(arguments: [
        "", "127.0.0.1:8000", "ftp://host", "http://", "http://:8000", "http://host:0", "http://host:x",
        "http://host/path", "http://user@host", "http://host:70000", "http:host",
    ])
    func `what is no address is none`(address: String) {
        #expect(Endpoint(address) == nil)
    }

    @Test(arguments: [
        ("eu-north-1", false, false, "dynamodb.eu-north-1.amazonaws.com"),
        ("eu-north-1", true, false, "dynamodb-fips.eu-north-1.amazonaws.com"),
        ("eu-north-1", false, true, "dynamodb.eu-north-1.api.aws"),
        ("eu-north-1", true, true, "dynamodb-fips.eu-north-1.api.aws"),
        ("cn-north-1", false, false, "dynamodb.cn-north-1.amazonaws.com.cn"),
        ("cn-north-1", true, false, "dynamodb-fips.cn-north-1.amazonaws.com.cn"),
        ("cn-north-1", false, true, "dynamodb.cn-north-1.api.amazonwebservices.com.cn"),
        ("cn-north-1", true, true, "dynamodb-fips.cn-north-1.api.amazonwebservices.com.cn"),
        ("us-gov-west-1", false, false, "dynamodb.us-gov-west-1.amazonaws.com"),
        ("us-gov-west-1", true, false, "dynamodb.us-gov-west-1.amazonaws.com"),
        ("us-gov-west-1", false, true, "dynamodb.us-gov-west-1.api.aws"),
        ("us-gov-west-1", true, true, "dynamodb-fips.us-gov-west-1.api.aws"),
        ("eusc-de-east-1", false, false, "dynamodb.eusc-de-east-1.amazonaws.eu"),
        ("us-iso-east-1", false, false, "dynamodb.us-iso-east-1.c2s.ic.gov"),
        ("us-isob-east-1", false, false, "dynamodb.us-isob-east-1.sc2s.sgov.gov"),
        ("us-isob-east-1", false, true, "dynamodb.us-isob-east-1.api.aws.scloud"),
        ("eu-isoe-west-1", false, false, "dynamodb.eu-isoe-west-1.cloud.adc-e.uk"),
        ("us-isof-south-1", true, false, "dynamodb-fips.us-isof-south-1.csp.hci.ic.gov"),
    ])
    func `a region has the endpoints that botocore knows`(
        region: String,
        isFIPS: Bool,
        isDualStack: Bool,
        host: String
    ) {
        let endpoint = Endpoint(region: region, variant: EndpointVariant(isFIPS: isFIPS, isDualStack: isDualStack))

        #expect("\(endpoint)" == "https://\(host)")
        #expect(endpoint.isAmazon)
    }

    @Test(arguments: [
        ("eu-north-1", false, false, "streams.dynamodb.eu-north-1.amazonaws.com"),
        ("eu-north-1", true, false, "streams.dynamodb-fips.eu-north-1.amazonaws.com"),
        ("eu-north-1", false, true, "streams-dynamodb.eu-north-1.api.aws"),
        ("eu-north-1", true, true, "streams-dynamodb-fips.eu-north-1.api.aws"),
        ("cn-north-1", false, false, "streams.dynamodb.cn-north-1.amazonaws.com.cn"),
        ("cn-north-1", true, true, "streams-dynamodb-fips.cn-north-1.api.amazonwebservices.com.cn"),
        ("us-gov-west-1", true, false, "streams.dynamodb.us-gov-west-1.amazonaws.com"),
        ("us-gov-west-1", true, true, "streams-dynamodb-fips.us-gov-west-1.api.aws"),
        ("eusc-de-east-1", false, true, "streams-dynamodb.eusc-de-east-1.api.amazonwebservices.eu"),
        ("us-iso-east-1", false, false, "streams.dynamodb.us-iso-east-1.c2s.ic.gov"),
        ("us-isob-east-1", false, true, "streams-dynamodb.us-isob-east-1.api.aws.scloud"),
        ("eu-isoe-west-1", true, false, "streams.dynamodb-fips.eu-isoe-west-1.cloud.adc-e.uk"),
        ("us-isof-south-1", false, true, "streams-dynamodb.us-isof-south-1.api.aws.hci.ic.gov"),
    ])
    func `the streams of a region are where botocore knows them to be`(
        region: String,
        isFIPS: Bool,
        isDualStack: Bool,
        host: String
    ) {
        let endpoint = Endpoint(region: region, variant: EndpointVariant(isFIPS: isFIPS, isDualStack: isDualStack))

        #expect("\(endpoint.ofStreams)" == "https://\(host)")
    }

    @Test(arguments: [
        "http://127.0.0.1:8000", "http://dynamodb:8000", "https://dynamodb.example.org",
        "https://vpce-1.dynamodb.eu-north-1.vpce.amazonaws.com", "https://streams.dynamodb.eu-north-1.amazonaws.com",
    ])
    func `any other endpoint has the streams of its tables itself`(address: String) throws {
        let endpoint = try #require(Endpoint(address))

        #expect(endpoint.ofStreams == endpoint)
    }

    @Test(arguments: ["http://127.0.0.1:8000", "https://amazonaws.com.example.org", "https://notamazonaws.com"])
    func `what is not of AWS is told apart`(address: String) throws {
        #expect(try #require(Endpoint(address)).isAmazon == false)
    }
}
