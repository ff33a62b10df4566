// A clock that stands until a test moves it.

import ApusModel
import Synchronization

final class ManualClock: WallClock {
    private let time: Mutex<Timestamp>

    init(milliseconds: Int64) {
        time = Mutex(Timestamp(milliseconds: milliseconds))
    }

    var now: Timestamp { time.withLock { $0 } }

    func advance(by duration: Duration) {
        time.withLock { $0 = $0.advanced(by: duration) }
    }
}
