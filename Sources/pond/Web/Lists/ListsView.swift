#if Web
  import PondGraph

  /// Every list, what it leaves as, and what else can be taken home.
  struct ListsView {
    let lists: [ImportedList]
    let leaving: [Pond.LeavingList]
    let troubles: [String]
    /// Networks that take no list back, with how many are to be unfollowed there by hand.
    let networks: [(format: ExportFormat, count: Int)]

    var html: String {
      """
      <h1>Your lists</h1>
      \(lists.isEmpty ? Self.none : table)
      \(wrong)
      \(byHand)
      \(Self.all)
      """
    }

    /// What a person calls a list: the last part of its path.
    static func name(_ list: ImportedList) -> String {
      list.path.split(separator: "/").last.map(String.init) ?? list.path
    }

    private static let none = """
      <p class="lede">No list was imported yet.</p>
      <p><a class="go first" href="/bring">Bring a list</a></p>
      """

    private var table: String {
      """
      <p class="lede">What you imported, the newest first. Take it home without those you let go: your own \
      list, byte for byte but for that.</p>
      <ul class="plain lists">
      \(lists.map(item).joined(separator: "\n"))
      </ul>
      """
    }

    private func item(_ list: ImportedList) -> String {
      let title = list.title.map { " “<bdi>\(WebLink.text($0))</bdi>”" } ?? ""
      let owner = list.owner.map { " of <bdi>\(WebLink.text($0.shown))</bdi>" } ?? ""
      let day = list.learnedAt.map { ", learned \(Moment.day($0))" } ?? ""
      return """
        <li>
        <h2><a href="/lists/\(list.number)"><bdi>\(WebLink.text(Self.name(list)))</bdi></a></h2>
        <p class="soft">\(WebLink.text(list.format))\(title)\(owner), \
        \(Words.count(list.accounts, "account"))\(day)</p>
        <p>\(state(list))</p>
        </li>
        """
    }

    private func state(_ list: ImportedList) -> String {
      if case .replaced(let newer) = list.state {
        let last = newer.split(separator: "/").last.map(String.init) ?? newer
        return "<bdi>\(WebLink.text(last))</bdi> took its place; this one counts for nothing."
      }
      guard let leaving = leaving.first(where: { $0.list.number == list.number }) else {
        return ListsPage.format(of: list) == nil
          ? "It is read, and not written."
          : "It cannot be written as it is; the reason stands below."
      }
      let take = "<a class=\"go first\" href=\"/lists/\(list.number)\">Take it home</a>"
      guard !leaving.isAsItCame else { return "\(take) Nothing in it would change." }
      return "\(take) \(Self.changes(leaving))"
    }

    private static func changes(_ leaving: Pond.LeavingList) -> String {
      let parts = [
        leaving.cut > 0 ? "\(Words.count(leaving.cut, "entry", "entries")) cut" : nil,
        leaving.repaired > 0 ? "\(Words.grouped(leaving.repaired)) repaired" : nil,
        leaving.moved > 0 ? "\(Words.grouped(leaving.moved)) moved" : nil,
        leaving.weighed > 0
          ? "\(Words.grouped(leaving.weighed)) given another importance" : nil,
        leaving.added > 0 ? "\(Words.grouped(leaving.added)) added" : nil,
      ]
      return Words.list(parts.compactMap { $0 }) + "."
    }

    private var wrong: String {
      troubles.map { "<p>\(WebLink.text($0))</p>" }.joined(separator: "\n")
    }

    private var byHand: String {
      guard !networks.isEmpty else { return "" }
      let items = networks.map { format, count in
        """
        <li><a class="go" href="/lists/network/\(format.rawValue)" download>\(format.rawValue)</a> \
        \(Words.count(count, "account")) to unfollow by hand</li>
        """
      }
      return """
        <section aria-labelledby="by-hand">
        <h2 id="by-hand">Networks that take no list back</h2>
        <p>For these there is a checklist, as a page that you keep.</p>
        <ul class="ways">
        \(items.joined(separator: "\n"))
        </ul>
        </section>
        """
    }

    /// What is told of the whole pond, and the name of its file.
    static let everything: [(format: ExportFormat, file: String, words: String)] = [
      (
        .decisions, "decisions.txt",
        "what you decided, noted and joined; pond decide --from takes it back"
      ),
      (.csv, "accounts.csv", "a table for a spreadsheet"),
      (.json, "accounts.json", "the accounts for other programs"),
      (.graph, "pond.graphml", "GraphML, which Gephi opens"),
    ]

    private static var all: String {
      let items = everything.map { format, _, words in
        """
        <li><a class="go" href="/lists/all/\(format.rawValue)" download>\(format.rawValue)</a> \
        \(words)</li>
        """
      }
      return """
        <section aria-labelledby="everything">
        <h2 id="everything">Everything, for you and for other programs</h2>
        <ul class="ways">
        \(items.joined(separator: "\n"))
        </ul>
        </section>
        """
    }
  }
#endif
