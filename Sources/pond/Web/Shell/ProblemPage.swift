#if Web
  import Foundation
  import PondGraph

  /// Trouble as a page: what happened, the state things are in, what to do.
  struct ProblemPage {
    private let failure: any Failure
    private let isWithoutPond: Bool

    init(_ error: any Error, pondPath: String) {
      failure = (error as? any Failure) ?? UnexpectedFailure(underlying: error)
      isWithoutPond = !FileManager.default.fileExists(atPath: pondPath)
    }

    /// The page, with the status that fits.
    var answer: WebAnswer { WebAnswer(page, status: status) }

    private var status: Int {
      switch failure.kind {
      case .usage: 400
      case .noInput: 404
      case .busy: 503
      case .cannotCreate, .io: 507
      case .data, .unavailable, .software, .permission, .configuration: 500
      }
    }

    private var page: WebPage {
      guard !isWithoutPond else { return Self.noPond }
      return Self.page("That did not work", failure)
    }

    /// A page of a failure's three parts.
    static func page(_ title: String, _ failure: any Failure) -> WebPage {
      page(title, FailureText.sentences(failure))
    }

    /// A page of some sentences, the first of them the one that matters.
    static func page(_ title: String, _ sentences: [String], way: String = home) -> WebPage {
      let words = sentences.enumerated().map { index, sentence in
        "<p\(index == 0 ? " class=\"lede\"" : "")>\(HTMLText.escaped(sentence, limit: 2_000))</p>"
      }
      return WebPage(
        title: title, room: nil,
        main: "<h1>\(HTMLText.escaped(title))</h1>\n\(words.joined(separator: "\n"))\n\(way)")
    }

    private static let home = "<p><a class=\"go\" href=\"/\">Back to the pond</a></p>"

    /// There is no pond file, or no longer.
    static let noPond = page(
      "There is no pond here",
      [
        "The pond file is not there: it was not made yet, or it was moved while this page was open.",
        "It begins with whom you follow. Nothing that you gave Pond elsewhere was touched.",
      ], way: "<p><a class=\"go\" href=\"/bring\">Bring a list</a></p>")

    /// Nothing answers at this address.
    static let nowhere = page(
      "Nothing is here", ["No page of Pond has this address. The rooms are named above."])

    /// The address takes no such request.
    static let wrongWay = page(
      "That is no way to ask", ["This address is looked at or changed in another way."])
  }
#endif
