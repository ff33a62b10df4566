-- What the load scripts share: the signed-looking head of a request, keys, item texts, and the closing report.
--
-- Arguments after `--`: table, number of items in it, file of item texts, salt of this run's new keys.

local requests = {}
local threads = 0

local head = table.concat({
    "POST / HTTP/1.1",
    "Host: %s",
    "Content-Type: application/x-amz-json-1.0",
    "X-Amz-Target: DynamoDB_20120810.%s",
    "X-Amz-Date: 20260101T000000Z",
    "Authorization: AWS4-HMAC-SHA256 Credential=bench/20260101/us-east-1/dynamodb/aws4_request, "
        .. "SignedHeaders=host;x-amz-date;x-amz-target, Signature=" .. string.rep("0123456789abcdef", 4),
    "Content-Length: ",
}, "\r\n")

-- wrk calls this once for each of its threads, each of which runs the script in a state of its own.
function setup(thread)
    threads = threads + 1
    thread:set("thread_number", threads)
end

-- Reads the arguments; wrk calls `init` with them before the first request.
function requests.begin(arguments, operation)
    requests.table = arguments[1]
    requests.items = tonumber(arguments[2])
    requests.salt = arguments[4] .. "-" .. thread_number
    requests.head = string.format(head, wrk.headers["Host"], operation)
    requests.counter = 0
    math.randomseed(tonumber(arguments[4]) * 1000 + thread_number)
    requests.texts = {}
    for line in io.lines(arguments[3]) do
        requests.texts[#requests.texts + 1] = line
    end
end

function requests.post(body)
    return requests.head .. #body .. "\r\n\r\n" .. body
end

-- The key of one of the table's items; ten items share a partition.
function requests.key(index)
    return string.format('"pk":{"S":"p-%08d"},"sk":{"S":"s-%d"}', math.floor(index / 10), index % 10)
end

function requests.random_index()
    return math.random(0, requests.items - 1)
end

-- A whole item under a key that no request used before.
function requests.new_item()
    requests.counter = requests.counter + 1
    local text = requests.texts[requests.counter % #requests.texts + 1]
    return string.format('{"pk":{"S":"w-%s-%08d"},"sk":{"S":"s-0"},%s}', requests.salt, requests.counter, text)
end

function done(summary, latency, _)
    io.write(string.format(
        '{"requests": %d, "seconds": %.6f, "bytes": %d, "p50_ms": %.3f, "p99_ms": %.3f, '
            .. '"refused": %d, "broken": %d, "timeouts": %d}\n',
        summary.requests, summary.duration / 1e6, summary.bytes,
        latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
        summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write,
        summary.errors.timeout
    ))
end

return requests
