import PondGraph

/// The follow graph as GraphML (graphml.graphdrawing.org), which Gephi opens: the person, the
/// accounts, the folders they stand in.
struct GraphML {
  let overviews: [AccountOverview]
  let persons: [[AccountKey]]

  /// The document's lines.
  var lines: [String] {
    [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">",
    ] + Self.keys
      + [
        "  <graph id=\"pond\" edgedefault=\"directed\">",
        node("me", ["label": "me", "kind": "me"]),
      ]
      + overviews.map(node) + folderNodes + follows + places + samePersons
      + ["  </graph>", "</graphml>"]
  }

  private static let attributes = [
    ("label", "node", "string"), ("kind", "node", "string"), ("address", "node", "string"),
    ("postsPerWeek", "node", "double"), ("signal", "node", "double"),
    ("noise", "node", "double"), ("suggestion", "node", "string"),
    ("decision", "node", "string"), ("relation", "edge", "string"),
  ]

  private static let keys = attributes.map { name, owner, type in
    "  <key id=\"\(name)\" for=\"\(owner)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>"
  }

  private func node(_ overview: AccountOverview) -> String {
    let account = overview.account
    let assessment = overview.assessment
    return node(
      account.id.value,
      [
        "label": account.title ?? account.key.shown, "kind": account.key.kind.rawValue,
        "address": (account.feed ?? account.key.profile)?.masked,
        "postsPerWeek": assessment.postsPerWeek.map { "\($0)" },
        // Of people nothing is told but how much they post (R2).
        "signal": account.key.kind.isPerson ? nil : assessment.signal.map { "\($0)" },
        "noise": account.key.kind.isPerson ? nil : assessment.noise.map { "\($0)" },
        "suggestion": assessment.verdict.rawValue,
        "decision": overview.decision?.answer.rawValue,
      ])
  }

  private func node(_ id: String, _ data: [String: String?]) -> String {
    let cells = Self.attributes.compactMap { name, _, _ -> String? in
      guard let value = data[name] ?? nil else { return nil }
      return "<data key=\"\(name)\">\(Self.escaped(value))</data>"
    }
    return "    <node id=\"\(id)\">\(cells.joined())</node>"
  }

  private func edge(_ source: String, _ target: String, _ relation: String) -> String {
    "    <edge source=\"\(source)\" target=\"\(target)\">"
      + "<data key=\"relation\">\(relation)</data></edge>"
  }

  private var follows: [String] {
    overviews.filter(\.account.isFollowed).map { edge("me", $0.account.id.value, "follows") }
  }

  private var folders: [String: String] {
    let names = Set(overviews.flatMap(\.account.folders).filter { !$0.isEmpty })
      .map { $0.joined(separator: "/") }.sorted()
    return Dictionary(zip(names, names.indices.map { "folder\($0 + 1)" })) { first, _ in first }
  }

  private var folderNodes: [String] {
    folders.sorted { $0.key < $1.key }.map { node($0.value, ["label": $0.key, "kind": "folder"]) }
  }

  private var places: [String] {
    let folders = folders
    return overviews.flatMap { overview in
      overview.account.folders.compactMap { folders[$0.joined(separator: "/")] }
        .map { edge(overview.account.id.value, $0, "in") }
    }
  }

  private var samePersons: [String] {
    let shown = Set(overviews.map(\.account.key))
    return persons.flatMap { group -> [String] in
      let members = group.filter(shown.contains)
      return zip(members, members.dropFirst()).map {
        edge($0.id.value, $1.id.value, "same person")
      }
    }
  }

  /// Text for XML 1.0, of which control characters can be no part.
  private static func escaped(_ text: String) -> String {
    Sanitize.line(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }
}
