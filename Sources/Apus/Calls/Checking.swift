// Checks answers on their way in.

import ApusCompression

/// Refuses an answer whose body is not what the service sent, by the CRC-32 that it sends along.
struct Checking: Middleware {
    func handle(_ request: ClientRequest, next: Next) async throws(CallError) -> ClientAnswer {
        let answer = try await next(request)
        if let text = answer.headers["x-amz-crc32"], UInt32(text) != Checksum.crc32(of: answer.body) {
            throw .unreadable("its checksum is wrong")
        }
        return answer
    }
}
