import ArgumentParser
import Foundation
import PondGraph

/// How inputs are read, for `inspect` and `import`.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Take it for this format instead of asking its bytes; pond explain formats lists them.",
      valueName: "format"))
  var format: String?

  @Flag(help: "Take what stands before the cut in a file that was cut short.")
  var partial = false

  @Option(
    help: ArgumentHelp(
      "Who you are, where an export does not say: a handle, an address, a key.",
      valueName: "handle"))
  var me: String?

  func validate() throws {
    if let format, !Pond.formats.contains(where: { $0.name == format }) {
      throw ValidationError(
        "'\(format)' is no format Pond reads. pond explain formats lists those it does.")
    }
  }

  /// The options as the library takes them.
  func options(now: Date) -> Pond.ReadingOptions {
    Pond.ReadingOptions(now: now, format: format, takesPartial: partial, me: me)
  }
}
