// Settings merged from flags, environment, file and defaults.

import ApusStorage
import Testing

@testable import ApusCommand

struct ServeSettingsTests {
    private func settings(
        flags: [Setting: String] = [:],
        environment: [String: String] = [:],
        yaml: String = ""
    ) throws -> ServeSettings {
        try ServeSettings(layers: [
            SettingLayer(.flags, flags), SettingLayer(environment: environment),
            SettingLayer(yaml: yaml, path: "apus.yaml"),
        ])
    }

    private func complaint(
        flags: [Setting: String] = [:],
        environment: [String: String] = [:],
        yaml: String = ""
    ) -> String {
        do {
            let settings = try settings(flags: flags, environment: environment, yaml: yaml)
            return "no complaint: \(settings)"
        } catch {
            return "\(error)"
        }
    }

    @Test func `without a word all is by default`() throws {
        let settings = try settings()

        #expect(settings.place == .directory("apus-data"))
        #expect(settings.host == "127.0.0.1")
        #expect(settings.port == 8000)
        #expect(settings.region == "us-east-1")
        #expect(settings.cacheBytes == 512 << 20)
        #expect(settings.syncMode == .commit)
        #expect(settings.logLevel == .info)
        #expect(settings.transitionDelay == .zero)
        #expect(settings.itemCollectionBytes == 10 << 30)
        #expect(settings.clock == .machine)
        #expect(settings.staleness == .zero)
        #expect(settings.expiryDelay == .zero)
        #expect(settings.expiryPace == 5_000)
        #expect(settings.faults == nil)
        #expect(!settings.allowsFaultHeader)
        #expect(settings.adminKey == nil)
    }

    @Test func `a laboratory is set up from any source`() throws {
        let settings = try settings(
            flags: [.clock: "manual", .allowFaultHeader: "true"],
            environment: ["APUS_STALENESS": "250ms", "APUS_ADMIN_KEY": "secret", "APUS_ALLOW_FAULT_HEADER": "false"],
            yaml: """
                clock: manual:2026-01-01T00:00:00Z
                staleness: 5s
                expiry-delay: 48h
                faults: faults.yaml
                admin-key: other
                throughput: unlimited
                partition-limit: 30/10
                """
        )

        #expect(settings.clock == .manual(from: nil))
        #expect(settings.staleness == .milliseconds(250))
        #expect(settings.expiryDelay == .seconds(172_800))
        #expect(settings.expiryPace == nil)
        #expect(try self.settings(flags: [.expiryPace: "20"]).expiryPace == 20)
        #expect(try self.settings(flags: [.expiryPace: "20", .clock: "manual"]).expiryPace == 20)
        #expect(settings.faults == "faults.yaml")
        #expect(settings.allowsFaultHeader)
        #expect(settings.adminKey == "secret")
        #expect(!settings.throughput.isEnforced)
        #expect(settings.throughput.partitionWriteUnits == 10)
        #expect(try self.settings(yaml: "clock: manual:2026-01-01T00:00:00Z").clock != .machine)
    }

    @Test func `flags stand over the environment, and that over the file`() throws {
        let settings = try settings(
            flags: [.port: "1"],
            environment: ["APUS_PORT": "2", "APUS_SYNC": "interval:5", "APUS_REGION": ""],
            yaml: """
                port: 3
                sync: off
                region: eu-north-1
                cache: 64MB
                log-level: debug
                transition-delay: 250ms
                item-collection-limit: 1MB
                data: /srv/apus
                """
        )

        #expect(settings.port == 1)
        #expect(settings.syncMode == .interval(milliseconds: 5))
        #expect(settings.region == "eu-north-1")
        #expect(settings.cacheBytes == 64_000_000)
        #expect(settings.logLevel == .debug)
        #expect(settings.transitionDelay == .milliseconds(250))
        #expect(settings.itemCollectionBytes == 1_000_000)
        #expect(settings.place == .directory("/srv/apus"))
    }

    @Test func `in memory there is no directory, whoever named one before`() throws {
        let settings = try settings(flags: [.inMemory: "true"], yaml: "data: /srv/apus")

        #expect(settings.place == .memory)
    }

    @Test func `a directory and memory in one breath are a mistake`() {
        #expect(complaint(yaml: "data: x\nin-memory: true").contains("data in apus.yaml and in-memory in apus.yaml"))
    }

    @Test func `a bad value names its source and what is allowed`() {
        #expect(complaint(flags: [.port: "http"]) == "--port is \"http\"; a port is a whole number from 0 to 65535")
        #expect(complaint(environment: ["APUS_CACHE": "big"]).hasPrefix("APUS_CACHE is \"big\"; a size is"))
        #expect(complaint(yaml: "sync: often").hasPrefix("sync in apus.yaml is \"often\"; it is commit, off, or"))
        #expect(complaint(yaml: "log-level: loud").contains("a log level is trace, debug"))
        #expect(complaint(flags: [.transitionDelay: "5"]).contains("such as 250ms"))
        #expect(complaint(flags: [.expiryPace: "0"]).contains("from 1 to 1000000"))
        #expect(complaint(yaml: "expiry-delay: soon").contains("such as 250ms"))
        #expect(complaint(environment: ["APUS_IN_MEMORY": "maybe"]).contains("true or false"))
        #expect(
            complaint(flags: [.clock: "sundial"])
                == "--clock is \"sundial\"; a clock is machine, manual, or manual:TIME with a time from 1970 on, such as manual:2026-01-01T00:00:00Z"
        )
        #expect(
            complaint(environment: ["APUS_STALENESS": "old"]).hasPrefix("APUS_STALENESS is \"old\"; a length of time")
        )
        #expect(complaint(yaml: "admin-key:") == "admin-key in apus.yaml is \"\"; a key has one character at least")
        #expect(complaint(yaml: "allow-fault-header: maybe").contains("true or false"))
        #expect(complaint(yaml: "throughput: none").hasPrefix("throughput in apus.yaml is \"none\"; it is enforced or"))
    }

    @Test func `a file is a mapping of known keys to single values`() {
        #expect(complaint(yaml: "prot: 8000").hasPrefix("apus.yaml has the unknown key \"prot\"; known are data, host"))
        #expect(complaint(yaml: "port: [1, 2]") == "port in apus.yaml is not a single value")
        #expect(complaint(yaml: "8000").contains("not a mapping"))
        #expect(complaint(yaml: "port: {").hasPrefix("apus.yaml is no valid YAML"))
    }

    @Test(arguments: ["0.0.0.0", "192.168.1.4", "::", "example.org", "127.0.0.1.example.org"])
    func `a host that others reach is refused unless that is wanted`(host: String) throws {
        #expect(complaint(flags: [.host: host]).contains("does not authenticate"))
        #expect(try settings(flags: [.host: host, .insecureBind: "true"]).host == host)
    }

    @Test(arguments: ["127.0.0.1", "127.8.9.10", "localhost", "::1"])
    func `a host of this machine only is fine`(host: String) throws {
        #expect(try settings(flags: [.host: host]).host == host)
    }
}
