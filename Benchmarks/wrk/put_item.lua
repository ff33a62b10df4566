-- PutItem of a new item.

package.path = "Benchmarks/wrk/?.lua;" .. package.path
local requests = require("requests")

function init(arguments)
    requests.begin(arguments, "PutItem")
end

function request()
    return requests.post('{"TableName":"' .. requests.table .. '","Item":' .. requests.new_item() .. "}")
end
