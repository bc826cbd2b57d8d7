public import ArgumentParser
public import PondGraph

/// `pond config folder NAME FOLDER`: what the folders are called into which exports move and add.
struct SetFolder: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "folder",
    abstract: "Remember what the folders are called into which exports move and add.",
    usage: """
      pond config folder stream FOLDER [options]
      pond config folder stream --forget [options]
      """,
    discussion: """
      stream  whom you thinned
      new     whom you followed here
      close   the close ring, with pond export opml --rings

      In newsboat's urls file they are tags, on Mastodon lists. A folder of that name that is in your \
      list is used; else it is made at the list's end.
      """)

  @Argument(help: "stream, new or close.")
  var folder: Pond.Folder

  @Argument(help: "What it is called.")
  var name: String?

  @Flag(help: "Take the name back: it is called as above again.")
  var forget = false

  @OptionGroup var pond: PondOptions

  func validate() throws {
    guard forget != (name != nil) else {
      throw ValidationError("Say how: pond config folder stream Loud; or --forget.")
    }
    let blank = name?.allSatisfy(\.isWhitespace) ?? false
    guard !blank, name?.contains(where: \.isNewline) != true else {
      throw ValidationError("A folder's name is one line with something in it.")
    }
  }

  func run() throws {
    let file = try Pond(at: pond.path, for: .learning)
    try file.remember(folder, as: name)
    pond.notice("\(folder.rawValue): \(Sanitize.line(try file.folder(folder)))")
  }
}

extension Pond.Folder: ExpressibleByArgument {}
