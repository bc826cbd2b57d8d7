import Seeded

/// One post of a source, and what Ada did with it.
struct Item: Sendable {
  var number: Int
  var id: String
  var link: String
  var title: String
  var text: String
  var published: Moment
  var isRead = false
  var isFlagged = false
  var isEnqueued = false
  var isDeleted = false

  /// The text as a page has it; nothing for nothing.
  var html: String {
    text.isEmpty ? "" : "<p>" + text.xml.replacing("&quot;", with: "\"") + "</p>"
  }
}

extension Source {
  /// The id by which a reader keeps a post: RSS 1.0 has none but the address, and a number in JSON
  /// is a name like any other.
  func guid(of item: Item) -> String {
    switch grammar {
    case .rss1: item.link
    case .json where naming == .number: "\(item.pageNumber)"
    case .json, .rss2, .rss091, .atom, .atom03: item.id
    }
  }
}

extension Item {
  /// The number of its page, at sites that count.
  var pageNumber: Int { number + 4_000 }
}

extension Source {
  /// All of its posts, oldest first, each with what Ada did.
  func history(seed: UInt64) -> [Item] {
    var chance = SplitMix64(seed: seed, name: slug)
    let times = rhythm.moments(by: &chance)
    let drawn = voice.titles(times.count, by: &chance)
    var items: [Item] = []
    for (index, time) in times.enumerated() {
      let fromNewest = times.count - 1 - index
      let title = newest.indices.contains(fromNewest) ? newest[fromNewest] : drawn[index]
      let text = words > 0 ? voice.text(words: words, by: &chance) : ""
      items.append(named(index + 1, at: time, title: title, text: text, by: &chance))
    }
    read(&items, by: &chance)
    return items
  }

  private func named(
    _ number: Int, at time: Moment, title: String, text: String, by chance: inout SplitMix64
  ) -> Item {
    let (year, month, _) = time.date
    let folder = "\(year)/\(month < 10 ? "0" : "")\(month)/"
    let path =
      switch naming {
      case .number: "\(number + 4_000)"
      case .uuid, .tag, .permalink: folder + slugged(title, number)
      }
    let link = site + path
    let id =
      switch naming {
      case .permalink: link
      // newsboat holds an id to be one post whatever its feed, so each site has letters of its own.
      case .number: "\(host.prefix(2))\(number + 4_000)"
      case .tag: "tag:\(host),\(year):post-\(number)"
      case .uuid: "urn:uuid:" + uuid(by: &chance)
      }
    return Item(number: number, id: id, link: link, title: title, text: text, published: time)
  }

  /// The name of its server.
  var host: String { String(site.dropFirst("https://".count).dropLast()) }

  /// Marks what Ada read, flagged, queued and deleted: so many of what came after she followed.
  private func read(_ items: inout [Item], by chance: inout SplitMix64) {
    let since = Moment.daysAgo(followed ?? 100_000)
    let order = chance.shuffled(items.indices.filter { items[$0].published >= since })
    let count =
      switch reading {
      case .share(let share): Int((share * Double(order.count)).rounded())
      case .count(let count): count
      }
    let chosen = Array(order.prefix(count))
    let left = Array(order.dropFirst(count))
    for index in chosen { items[index].isRead = true }
    for index in chosen.prefix(flagged) { items[index].isFlagged = true }
    for index in left.prefix(enqueued) { items[index].isEnqueued = true }
    for index in left.dropFirst(enqueued).prefix(deleted) { items[index].isDeleted = true }
  }
}

/// A title as the last part of an address: letters and digits of ASCII, else its number.
private func slugged(_ title: String, _ number: Int) -> String {
  let parts = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
  let slug = parts.prefix(3).joined(separator: "-").prefix(22)
  return slug.count < 4 ? "p\(number)" : "\(slug)-\(number)"
}

private func uuid(by chance: inout SplitMix64) -> String {
  let digits = Array("0123456789abcdef")
  return [8, 4, 4, 4, 12].map { length in
    String((0..<length).map { _ in digits[chance.below(digits.count)] })
  }.joined(separator: "-")
}
