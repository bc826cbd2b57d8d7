import ArgumentParser
import PondGraph

/// `pond config`: what the person set.
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Set what Pond remembers: your reading time, the size of the pond, hosts it may ask.",
    usage: "pond config <subcommand>",
    discussion: """
      pond config minutes-per-day 30 and pond config size 40 hold for every later plan, report and \
      check of room; without them a plan takes 45 minutes a day and 60 accounts. --forget takes one \
      back. What pond learn changed is listed too.

      An address of a list or of a redirect that leads into a private network is refused. A feed on \
      a machine of your own needs its host's name to be allowed, with the port or for any port: \
      pond config allow-host nas.local:8080
      """,
    subcommands: [
      SetMinutes.self, SetSize.self, SetFolder.self, AllowHost.self, DenyHost.self,
      ListSettings.self,
    ])
}

/// `pond config minutes-per-day NUMBER`.
struct SetMinutes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "minutes-per-day", abstract: "Remember how many minutes a day you have to read.",
    usage: """
      pond config minutes-per-day NUMBER [options]
      pond config minutes-per-day --forget [options]
      """)

  @Argument(help: "Minutes a day, above 0 and up to 1,440.")
  var minutes: Double?

  @Flag(help: "Take it back: plans have 45 minutes a day again.")
  var forget = false

  @OptionGroup var pond: PondOptions

  func validate() throws {
    guard forget != (minutes != nil) else {
      throw ValidationError("Say how many: pond config minutes-per-day 30; or --forget.")
    }
    guard let minutes else { return }
    guard minutes > 0, minutes <= 1_440 else {
      throw ValidationError("A day has 1,440 minutes: minutes-per-day takes more than 0 of them.")
    }
  }

  func run() throws {
    try Pond(at: pond.path, for: .learning).remember(minutesPerDay: minutes)
    pond.notice(
      minutes.map { "Plans keep to \(Words.figure($0)) minutes a day." }
        ?? "Plans keep to 45 minutes a day, the default.")
  }
}

/// `pond config size NUMBER`.
struct SetSize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "size", abstract: "Remember how many accounts your close ring may hold.",
    usage: """
      pond config size NUMBER [options]
      pond config size --forget [options]
      """)

  @Argument(help: "Accounts, 1 or more.")
  var size: Int?

  @Flag(help: "Take it back: the close ring holds 60 again.")
  var forget = false

  @OptionGroup var pond: PondOptions

  func validate() throws {
    guard forget != (size != nil) else {
      throw ValidationError("Say how many: pond config size 40; or --forget.")
    }
    guard size ?? 1 >= 1 else { throw ValidationError("size takes 1 or more.") }
  }

  func run() throws {
    try Pond(at: pond.path, for: .learning).remember(size: size)
    pond.notice(
      size.map { "The close ring holds up to \(Words.count($0, "account"))." }
        ?? "The close ring holds up to 60 accounts, the default.")
  }
}

/// `pond config allow-host HOST`.
struct AllowHost: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allow-host", abstract: "Let pond fetch ask this host although it is private.",
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
    commandName: "deny-host", abstract: "Take the allowance of a host back.",
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
    let room = try file.rememberedRoom()
    let measures = try file.measures().changes
    let out = StandardOutput()
    if output.json {
      try JSONText.write(
        SettingsJSON(
          allowedHosts: hosts,
          folders: Dictionary(folders.map { ($0.folder.rawValue, $0.name) }) { first, _ in first },
          minutesPerDay: room.minutesPerDay, size: room.size, learned: measures.map(\.words)),
        to: out)
    } else {
      if let minutes = room.minutesPerDay {
        try out.line("minutes-per-day \(Words.figure(minutes))")
      }
      if let size = room.size { try out.line("size \(size)") }
      for one in folders { try out.line("folder \(one.folder) \(Sanitize.line(one.name))") }
      for change in measures { try out.line("learn \(Sanitize.line(change.words))") }
      for host in hosts { try out.line("allow-host \(Sanitize.line(host))") }
    }
    try out.flush()
    if hosts.isEmpty, measures.isEmpty, room == .none {
      pond.notice(
        "Nothing is set: plans have 45 minutes a day and 60 accounts, and pond fetch asks public "
          + "addresses alone.")
    }
  }
}

/// What is set, as JSON.
struct SettingsJSON: Encodable {
  let allowedHosts: [String]
  let folders: [String: String]
  @Nullable var minutesPerDay: Double?
  @Nullable var size: Int?
  let learned: [String]
}

/// What was named is no host, or none that was allowed.
struct NoHost: Failure {
  let written: String
  var kind: FailureKind { .usage }
  var sentence: String { "'\(written)' is no host that this works with" }
  var state: String? { "It was left as it is." }
  var advice: String? { "Name it as pond config list does: name, or name:port." }
}
