#if Web
  import ArgumentParser
  import Foundation
  import PondGraph

  /// `pond serve`: the pond as a page one can work in.
  struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "serve",
      abstract: "Open the pond in your browser: bring, taste, review, plan, take the list home.",
      usage: "pond serve [options]",
      discussion: """
        The page is made on this machine and answers this machine alone. The address that is printed \
        lets one browser in, once; o shows a new one, q or Ctrl-C ends it, and it ends by itself when \
        nobody looked at it for half an hour. What you answer is in the pond file at once, and every \
        other command works meanwhile.

        pond serve
        pond serve --no-open --port 8765
        """)

    @Option(
      help: ArgumentHelp("The port to answer at. Default: one that is free.", valueName: "port"))
    var port: Int?

    @Flag(help: "Only print the address; open no browser.")
    var noOpen = false

    @Option(
      help: ArgumentHelp(
        "End after so many minutes in which nobody looked at it.", valueName: "minutes"))
    var idle = 30.0

    @OptionGroup var pond: PondOptions

    func validate() throws {
      guard (0...65_535).contains(port ?? 0) else {
        throw ValidationError("--port takes 1 to 65535, or 0 for one that is free.")
      }
      guard idle > 0, idle <= 100_000 else {
        throw ValidationError("--idle takes minutes above 0, up to 100000.")
      }
    }

    func run() throws {
      let told = try pond.clock.present()
      let stands = pond.clock.now != nil || ProcessInfo.processInfo.environment["POND_NOW"] != nil
      let serving = try Serving(at: pond.path, port: port ?? 0) { stands ? told : Date() }
      try serving.tellAddress(opensBrowser: !noOpen)
      pond.notice("q or Ctrl-C ends this page; o shows an address for another browser.")
      pond.notice(serving.waitForEnd(idle: .seconds(idle * 60)))
    }
  }
#endif
