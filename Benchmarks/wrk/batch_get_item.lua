-- BatchGetItem of 100 different random items.

package.path = "Benchmarks/wrk/?.lua;" .. package.path
local requests = require("requests")

function init(arguments)
    requests.begin(arguments, "BatchGetItem")
end

function request()
    local keys, taken = {}, {}
    while #keys < 100 do
        local index = requests.random_index()
        if not taken[index] then
            taken[index] = true
            keys[#keys + 1] = "{" .. requests.key(index) .. "}"
        end
    end
    return requests.post(
        '{"RequestItems":{"' .. requests.table .. '":{"Keys":[' .. table.concat(keys, ",") .. "]}}}"
    )
end
