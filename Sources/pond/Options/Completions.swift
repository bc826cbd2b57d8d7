import ArgumentParser
import PondGraph

/// What a shell offers when the person presses the tab key: names out of their own pond file.
/// Every one is asked of the pond file at that moment; trouble offers nothing and says nothing.
enum Completions {
  /// The folders of the person's lists.
  static let folders = CompletionKind.custom { words, _, prefix in
    offered(words, prefix) { try $0.folders() }
  }

  /// Their labels.
  static let tags = CompletionKind.custom { words, _, prefix in
    offered(words, prefix) { try $0.tags() }
  }

  /// The accounts by what commands accept: their titles, and addresses where nothing in them is
  /// secret.
  static let accounts = CompletionKind.custom { words, _, prefix in
    offered(words, prefix) { try $0.accountNames(beginning: prefix, limit: most) }
  }

  /// The imported lists, by their paths.
  static let lists = CompletionKind.custom { words, _, prefix in
    offered(words, prefix) { try $0.lists().map(\.path) }
  }

  // A screenful is enough: the shell filters no better than the person's next letter.
  private static let most = 200

  private static func offered(
    _ words: [String], _ prefix: String, _ names: (Pond) throws -> [String]
  ) -> [String] {
    guard let path = path(words), let pond = try? Pond(at: path, for: .looking),
      let all = try? names(pond)
    else { return [] }
    let typed = prefix.lowercased()
    return Array(
      all.lazy.filter { $0.lowercased().hasPrefix(typed) }.map(Sanitize.line).prefix(most))
  }

  private static func path(_ words: [String]) -> String? {
    let told = words.firstIndex(of: "--pond").map { words.index(after: $0) }
    if let told, words.indices.contains(told) { return words[told] }
    return try? PondOptions.parse([]).path
  }
}
