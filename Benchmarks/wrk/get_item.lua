-- GetItem of a random item.

package.path = "Benchmarks/wrk/?.lua;" .. package.path
local requests = require("requests")

function init(arguments)
    requests.begin(arguments, "GetItem")
end

function request()
    return requests.post(string.format(
        '{"TableName":"%s","Key":{%s}}', requests.table, requests.key(requests.random_index())
    ))
end
