import ArgumentParser
import PondGraph

/// `pond config`: what the person set.
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let pond fetch ask a host of your own network, or take that back.",
    usage: "pond config <subcommand>",
    discussion: """
      An address of a list or of a redirect that leads into a private network is refused. A feed on \
      a machine of your own needs its host's name to be allowed, with the port or for any port: \
      pond config allow-host nas.local:8080
      """,
    subcommands: [SetFolder.self, AllowHost.self, DenyHost.self, ListSettings.self])
}

/// `pond config allow-host HOST`.
struct AllowHost: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Let pond fetch ask this host although it is private.",
    usage: "pond config allow-host HOST… [options]")

  @Argument(help: "Hosts as lists write them: nas.local, 192.168.1.2:8080.")
  var hosts: [String]

  @OptionGroup var pond: PondOptions

  func run() throws {
    let file = try Pond(at: pond.path, for: .learning)
    for host in hosts {
      guard let entry = try file.allow(host: host) else { throw NoHost(written: host) }
      pond.notice("\(entry) may be asked.")
    }
  }
}

/// `pond config deny-host HOST`.
struct DenyHost: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take the allowance of a host back.",
    usage: "pond config deny-host HOST… [options]")

  @Argument(help: "Hosts as pond config list shows them.")
  var hosts: [String]

  @OptionGroup var pond: PondOptions

  func run() throws {
    let file = try Pond(at: pond.path, for: .deciding)
    for host in hosts {
      guard try file.deny(host: host) else { throw NoHost(written: host) }
      pond.notice("\(host) may not be asked any more.")
    }
  }
}

/// `pond config list`.
struct ListSettings: ParsableCommand, AnswersInJSON {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show what is set.", usage: "pond config list [options]")

  @OptionGroup var pond: PondOptions
  @OptionGroup var output: JSONOption

  var wantsJSON: Bool { output.json }

  func run() throws {
    let file = try Pond(at: pond.path, for: .looking)
    let hosts = try file.allowedHosts()
    let folders = try file.chosenFolders()
    let out = StandardOutput()
    if output.json {
      try JSONText.write(
        SettingsJSON(
          allowedHosts: hosts,
          folders: Dictionary(folders.map { ($0.folder.rawValue, $0.name) }) { first, _ in first }),
        to: out)
    } else {
      for one in folders { try out.line("folder \(one.folder) \(Sanitize.line(one.name))") }
      for host in hosts { try out.line("allow-host \(Sanitize.line(host))") }
    }
    try out.flush()
    if hosts.isEmpty { pond.notice("Nothing is set: pond fetch asks public addresses alone.") }
  }
}

/// What is set, as JSON.
struct SettingsJSON: Encodable {
  let allowedHosts: [String]
  let folders: [String: String]
}

/// What was named is no host, or none that was allowed.
struct NoHost: Failure {
  let written: String
  var kind: FailureKind { .usage }
  var sentence: String { "'\(written)' is no host that this works with" }
  var state: String? { "It was left as it is." }
  var advice: String? { "Name it as pond config list does: name, or name:port." }
}
