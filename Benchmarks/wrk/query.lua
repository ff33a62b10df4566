-- Query of a random partition: ten items.

package.path = "Benchmarks/wrk/?.lua;" .. package.path
local requests = require("requests")

function init(arguments)
    requests.begin(arguments, "Query")
end

function request()
    return requests.post(string.format(
        '{"TableName":"%s","KeyConditionExpression":"pk = :pk","ExpressionAttributeValues":{":pk":{"S":"p-%08d"}}}',
        requests.table, math.floor(requests.random_index() / 10)
    ))
end
