import Foundation
import PondGraph

/// Imported lists as JSON: `{"lists":[…]}`, the last learned first.
struct ListsJSON: Encodable {
  struct Entry: Encodable {
    let id: String
    let format: String
    let path: String
    @Nullable var owner: String?
    @Nullable var title: String?
    @Nullable var learnedAt: Date?
    @Nullable var documentDate: Date?
    let accounts: Int
    let counts: Bool
    @Nullable var replacedBy: String?

    init(_ list: ImportedList) {
      var newer: String?
      if case .replaced(let path) = list.state { newer = path }
      id = "\(list.number)"
      format = list.format
      path = list.path
      owner = list.owner?.shown
      title = list.title
      learnedAt = list.learnedAt
      documentDate = list.documentDate
      accounts = list.accounts
      counts = newer == nil
      replacedBy = newer
    }
  }

  let lists: [Entry]

  init(_ lists: [ImportedList]) {
    self.lists = lists.map(Entry.init)
  }
}

/// How a list stands to the older ones, as JSON.
struct SuccessionJSON: Encodable {
  struct Departed: Encodable {
    let account: String
    @Nullable var title: String?
  }

  let takesThePlaceOf: [String]
  let left: Int
  let came: Int
  let leftUndecided: [Departed]
  let decisionsDone: Int
  @Nullable var newer: String?
  @Nullable var narrowerThan: String?
  @Nullable var coversSince: Date?

  init(_ succession: ImportSummary.Succession) {
    takesThePlaceOf = succession.replaced
    left = succession.left
    came = succession.came
    leftUndecided = succession.undecided.map {
      Departed(account: $0.account.id.value, title: $0.title)
    }
    decisionsDone = succession.done
    newer = succession.newer
    narrowerThan = succession.narrowerThan
    coversSince = succession.mayBeginAt
    if case .since(let date)? = succession.narrowness { coversSince = date }
  }
}
