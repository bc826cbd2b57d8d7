import Foundation

/// Whom somebody follows on GitHub: what `GET /user/following` answers, page after page.
package struct GitHubImport: Importer {
  package let format = "github-following"
  package let learns = "Whom you follow on GitHub, from the answer of its API to /user/following."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    guard let glance = JSONGlance(source) else { return false }
    return glance.firstHas("login", "html_url", "id")
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    var list = MentionList(path: source.path, format: format)
    var followers: [AccountKey] = []
    // The API's list of followers looks the same to the last byte but for who is in it.
    let name = source.name.lowercased()
    let areFollowers = name.contains("followers")
    var records = PickedRecords(source, options: options)
    try records.forEach { _, cursor in
      let value = try cursor.value()
      guard let login = value["login"]?.text, Self.isLogin(login) else {
        return list.lose("an account", "it has no login")
      }
      let key = AccountKey(kind: .github, value: login.lowercased())
      guard !areFollowers else { return followers.append(key) }
      list.keep(
        AccountMention(
          key: key, address: Address("https://github.com/\(login).atom"),
          title: value["name"]?.text ?? login,
          site: (value["html_url"]?.text).map(Address.init), followed: true))
    }
    var imported = list.imported
    imported.skipped += records.lost
    imported.isComplete = records.isComplete
    imported.followers = followers.count
    imported.followerKeys = followers
    if areFollowers {
      imported.warnings.append("This was taken for a list of followers, for its name says so.")
    }
    return [imported]
  }

  private static func isLogin(_ login: String) -> Bool {
    !login.isEmpty && login.utf8.count <= 60
      && login.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_[]".contains($0)) }
  }
}
