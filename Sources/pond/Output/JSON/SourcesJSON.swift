import Foundation
import PondGraph

/// Sources as JSON: `{"sources":[…]}`, in the order of their paths.
struct SourcesJSON: Encodable {
  struct Entry: Encodable {
    let path: String
    let state: String
    let learnedAt: Date
    @Nullable var format: String?
    @Nullable var me: String?
    @Nullable var owner: String?
    let partial: Bool

    init(_ source: Pond.Source) {
      path = source.source.path
      state = source.state.rawValue
      learnedAt = source.source.learnedAt
      format = source.source.format
      me = source.source.me
      owner = source.source.owner
      partial = source.source.takesPartial
    }
  }

  let sources: [Entry]

  init(_ sources: [Pond.Source]) {
    self.sources = sources.map(Entry.init)
  }
}
