-- BatchWriteItem of 25 new items.

package.path = "Benchmarks/wrk/?.lua;" .. package.path
local requests = require("requests")

function init(arguments)
    requests.begin(arguments, "BatchWriteItem")
end

function request()
    local puts = {}
    for index = 1, 25 do
        puts[index] = '{"PutRequest":{"Item":' .. requests.new_item() .. "}}"
    end
    return requests.post('{"RequestItems":{"' .. requests.table .. '":[' .. table.concat(puts, ",") .. "]}}")
end
