import Foundation

// What was said of posts tasted blind, as lines of the file that another pond takes back (E4).

extension DecisionFile.TasteLine {
  private static let moments = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  /// Reads `ANSWER PUBLISHED ANSWERED POST`; nil for anything else.
  init?(account: String, words: String, number: Int) {
    let parts = words.split(separator: " ", maxSplits: 3).map(String.init)
    guard parts.count == 4, let answer = TastingAnswer(rawValue: parts[0]),
      let published = Self.moment(parts[1]), let at = Self.moment(parts[2])
    else { return nil }
    self.init(
      number: number, account: account, answer: answer, published: published, at: at,
      post: parts[3])
  }

  /// What stands behind the dash for an answer.
  static func words(_ tasted: TastedPost) -> String {
    let moments = [tasted.published, tasted.at].map { $0.formatted(Self.moments) }
    return ([tasted.answer.rawValue] + moments + [TastedName.name(of: tasted.post)])
      .joined(separator: " ")
  }

  // Somebody who writes the file by hand need not write fractions of seconds.
  private static func moment(_ text: String) -> Date? {
    (try? Date(text, strategy: moments)) ?? (try? Date(text, strategy: .iso8601))
  }
}

extension Answering {
  /// The answers of tastings in a file with their accounts, in its order.
  /// - Throws: `ReviewFailure.unknownAccount`, with the line.
  package static func tastes(
    _ file: DecisionFile, path: String, among accounts: [Account]
  ) throws -> [(account: Account, tasted: TastedPost)] {
    let finder = AccountFinder(among: accounts)
    return try file.tastes.map { taste in
      let account = try known(taste.account, taste.number, path, finder)
      return (
        account,
        TastedPost(
          account: account.key, post: PostID(taste.post), published: taste.published,
          answer: taste.answer, at: taste.at)
      )
    }
  }
}
