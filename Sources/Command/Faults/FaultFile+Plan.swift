// Files of faults as plans, for a server that starts with one.

import ApusModel
import ApusServer
import ApusThroughput

extension FaultFile {
    /// What the file asks for.
    func plan() throws(SettingError) -> FaultPlan {
        do throws(ServiceError) {
            return try json.withUnsafeBufferPointer { json throws(ServiceError) in
                try FaultPlan(json: UnsafeRawBufferPointer(json))
            }
        } catch {
            throw SettingError("\(path): \(error.message ?? "it holds no plan of faults")")
        }
    }
}
