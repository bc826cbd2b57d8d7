#if Web
  import Foundation
  import PondGraph

  /// What a form brought, as things to learn from: each file for itself, each folder as a whole.
  struct BroughtThings {
    /// The things, in the order in which they came.
    let all: [(name: String, brought: Pond.Brought)]

    init(_ files: [WebUpload]) {
      let named = Self.joiningLogs(files.map { (name: Self.name($0.name), place: $0.path) })
      var order: [String] = []
      var folders: [String: [(name: String, place: String)]] = [:]
      var loose: [String: Pond.Brought] = [:]
      for (number, file) in named.enumerated() {
        let parts = file.name.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
          // Two files may have one name.
          let key = "\(number)/\(file.name)"
          order.append(key)
          loose[key] = Pond.Brought(file: file.name, at: file.place)
          continue
        }
        if folders[parts[0]] == nil { order.append(parts[0]) }
        folders[parts[0], default: []].append((parts[1], file.place))
      }
      all = order.compactMap { key in
        if let files = folders[key] { return (key, Pond.Brought(folder: key, files: files)) }
        let name = String(key[key.index(after: key.firstIndex(of: "/") ?? key.startIndex)...])
        return loose[key].map { (name, $0) }
      }
    }

    /// What a file is called, harmless: no step upwards, nothing that a terminal or a page acts on.
    static func name(_ told: String) -> String {
      let parts = told.replacing("\\", with: "/").split(separator: "/").map {
        String(Sanitize.line(String($0)).trimmingCharacters(in: .whitespaces).prefix(120))
      }
      let kept = parts.filter { !$0.isEmpty && $0 != "." && $0 != ".." }.suffix(40)
      return kept.isEmpty ? "without a name" : kept.joined(separator: "/")
    }

    // A database's log belongs beside it, under its name.
    private static func joiningLogs(
      _ files: [(name: String, place: String)]
    ) -> [(name: String, place: String)] {
      let places = Dictionary(files.map { ($0.name, $0.place) }) { first, _ in first }
      return files.filter { file in
        for ending in ["-wal", "-journal"] where file.name.hasSuffix(ending) {
          guard let database = places[String(file.name.dropLast(ending.count))] else { continue }
          return rename(file.place, database + ending) != 0
        }
        return true
      }
    }
  }
#endif
