// `apus serve`: the server.

import ApusStorage
import ArgumentParser
import Foundation
import Logging

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the API of DynamoDB.",
        discussion: """
            Each option may also be an environment variable, such as APUS_LOG_LEVEL for --log-level, or a key of a \
            YAML file, such as log-level. Options stand over the environment, and the environment over the file.
            """
    )

    @Option(help: ArgumentHelp("The directory of the data. (default: apus-data)", valueName: "dir"))
    var data: String?

    @Option(help: "The address to listen at. (default: 127.0.0.1)")
    var host: String?

    @Option(help: "The port to listen at; 0 takes any that is free. (default: 8000)")
    var port: String?

    @Flag(help: "Keep the data in memory, and leave nothing behind.")
    var inMemory = false

    @Option(help: "The region of callers who name none. (default: us-east-1)")
    var region: String?

    @Option(help: ArgumentHelp("The memory for the cache, such as 2GiB. (default: 512MiB)", valueName: "size"))
    var cache: String?

    @Option(
        help: ArgumentHelp("When writes are synced: commit, interval:MS or off. (default: commit)", valueName: "mode")
    )
    var sync: String?

    @Option(help: ArgumentHelp("From trace to critical. (default: info)", valueName: "level"))
    var logLevel: String?

    @Option(
        help: ArgumentHelp(
            "How long tables and indexes are CREATING or DELETING at least, and tables UPDATING. (default: 0s)",
            valueName: "duration"
        )
    )
    var transitionDelay: String?

    @Option(
        help: ArgumentHelp(
            "How large an item collection may be in a table with local secondary indexes, such as 1MB. "
                + "(default: 10GiB)",
            valueName: "size"
        )
    )
    var itemCollectionLimit: String?

    @Flag(help: "Listen at an address that other machines reach, though callers are not authenticated.")
    var insecureBind = false

    @Option(help: ArgumentHelp("A YAML file with these settings.", valueName: "file"))
    var config: String?

    @OptionGroup(title: "Throughput, time and faults")
    var laboratory: LaboratoryOptions

    @OptionGroup(title: "Triggers")
    var triggers: TriggerOptions

    func run() async throws {
        let settings: ServeSettings
        do throws(SettingError) {
            settings = try mergedSettings(environment: ProcessInfo.processInfo.environment)
        } catch {
            StandardError.write("apus: \(error)")
            throw ExitCode.validationFailure
        }
        do {
            try await Serving(settings: settings).run()
        } catch {
            StandardError.write("apus: \(error)")
            throw ExitCode(1)
        }
    }

    private func mergedSettings(environment: [String: String]) throws(SettingError) -> ServeSettings {
        var layers = [SettingLayer(.flags, flags), SettingLayer(environment: environment)]
        let variable = environment["APUS_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        if let path = config ?? variable {
            guard let bytes = FileManager.default.contents(atPath: path) else {
                throw SettingError("\(config == nil ? "APUS_CONFIG" : "--config"): \(path) cannot be read")
            }
            layers.append(try SettingLayer(yaml: String(decoding: bytes, as: UTF8.self), path: path))
        }
        return try ServeSettings(layers: layers)
    }

    private var flags: [Setting: String] {
        let texts: [Setting: String?] = [
            .data: data,
            .host: host,
            .port: port,
            .inMemory: inMemory ? "true" : nil,
            .region: region,
            .cache: cache,
            .sync: sync,
            .logLevel: logLevel,
            .transitionDelay: transitionDelay,
            .itemCollectionLimit: itemCollectionLimit,
            .insecureBind: insecureBind ? "true" : nil,
        ]
        return [laboratory.flags, triggers.flags]
            .reduce(texts) { $0.merging($1) { text, _ in text } }
            .compactMapValues(\.self)
    }
}
