// The triggers of a server, from the moment it listens until it is told to stop.

import Apus
import ApusModel
import Logging
import ServiceLifecycle

/// Runs all triggers beside the server, which they read as any client does.
struct Triggers: Service {
    let settings: ServeSettings
    /// The port of the server, once it listens.
    let ports: AsyncStream<Int>
    let logger: Logger

    /// What is on its way to a function at the end is broken off, and sent again by the next run.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await port in ports {
                await deliver(from: Self.endpoint(host: settings.host, port: port))
                return
            }
        }
    }

    private func deliver(from endpoint: Endpoint?) async {
        guard let endpoint else {
            logger.error("triggers cannot reach the server", metadata: ["host": "\(settings.host)"])
            return
        }
        var configuration = ClientConfiguration(endpoint: endpoint, region: settings.region)
        configuration.logger = logger
        // A trigger tells itself what concerns it.
        configuration.logger.logLevel = max(logger.logLevel, .error)
        let client = DynamoDBClient(configuration)
        let failures = TriggerFailureFile(path: settings.triggers.failuresPath)
        let chance = SeededChance()
        await withTaskGroup { group in
            for target in settings.triggers.targets {
                var trigger = Trigger(
                    target: target,
                    settings: settings.triggers,
                    client: client,
                    failures: failures,
                    chance: chance,
                    logger: logger
                )
                group.addTask { await trigger.run() }
            }
        }
        await client.shutDown()
    }

    /// Where this machine reaches a server that listens at a host.
    static func endpoint(host: String, port: Int) -> Endpoint? {
        let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        return switch bare {
        case "0.0.0.0", "": Endpoint("http://127.0.0.1:\(port)")
        case "::": Endpoint("http://[::1]:\(port)")
        case _ where bare.contains(":"): Endpoint("http://[\(bare)]:\(port)")
        default: Endpoint("http://\(bare):\(port)")
        }
    }
}
