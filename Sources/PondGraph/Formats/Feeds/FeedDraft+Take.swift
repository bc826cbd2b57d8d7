import Foundation

// What the elements of an item say, taken into its draft.

extension FeedDraft {
  /// Takes the text of an element.
  mutating func take(
    _ field: FeedBuilder.Field, _ text: [UInt8], _ kind: FeedText.Kind, base: String?,
    inline: FeedInline = FeedInline()
  ) {
    let body = { FeedBody(text, isHTML: kind != .plain, inline: inline) }
    switch field {
    case .title: title = title ?? FeedText.line(text, kind: kind)
    case .dublinCoreTitle: dublinCoreTitle = dublinCoreTitle ?? FeedText.line(text, kind: kind)
    case .mediaTitle: mediaTitle = mediaTitle ?? FeedText.line(text, kind: kind)
    case .link: takeLink(text, base: base)
    case .guid(let isPage): takeGUID(text, isPage: isPage)
    case .published: take(date: text, to: \.item.published, else: \.doubtfulDate)
    case .updated: take(date: text, to: \.item.updated, else: \.doubtfulUpdate)
    case .created: take(date: text, to: \.created, else: \.doubtfulDate)
    case .dublinCoreDate: take(date: text, to: \.dublinCoreDate, else: \.doubtfulDate)
    case .content: takeContent(body())
    case .summary: takeSummary(body())
    case .mediaText: mediaText = body()
    case .author: takeAuthor(text)
    case .itunesAuthor: itunesAuthor = FeedText.line(text, kind: kind)
    case .category: takeCategory(text, kind)
    case .comments: take(comments: String(decoding: text, as: UTF8.self))
    case .verb: takeVerb(text)
    case .videoID: videoID = FeedText.line(text, kind: .plain)
    case .language, .newAddress, .personName, .personMail, .ttl, .updatePeriod, .updateFrequency,
      .skippedHour, .skippedDay, .blogroll:
      break
    }
  }

  private mutating func takeLink(_ text: [UInt8], base: String?) {
    let written = String(decoding: text, as: UTF8.self).trimmed
    if !written.isEmpty { textLink = FeedAddress.resolve(written, base: base) }
  }

  private mutating func takeGUID(_ text: [UInt8], isPage: Bool) {
    let written = String(decoding: text, as: UTF8.self).trimmed
    guard !written.isEmpty else { return }
    item.writtenID = written
    guidIsPage = isPage
  }

  /// Several contents are the same text in several dresses: the longest is whole.
  private mutating func takeContent(_ body: FeedBody) {
    if body.words >= content?.words ?? 0 { content = body }
  }

  private mutating func takeSummary(_ body: FeedBody) {
    if summary?.excerpt == nil { summary = body }
  }

  private mutating func takeAuthor(_ text: [UInt8]) {
    guard let written = FeedText.line(text, kind: .either) else { return }
    take(author: FeedPerson.name(in: written))
  }

  mutating func take(author name: String) {
    guard item.authors.count < Self.mostNames, !item.authors.contains(name) else { return }
    item.authors.append(name)
  }

  private mutating func takeCategory(_ text: [UInt8], _ kind: FeedText.Kind) {
    guard let category = FeedText.line(text, kind: kind) else { return }
    take(category: category)
  }

  mutating func take(category: String) {
    guard item.categories.count < Self.mostNames, !item.categories.contains(category) else {
      return
    }
    item.categories.append(category)
  }

  private mutating func takeVerb(_ text: [UInt8]) {
    let verb = String(decoding: text, as: UTF8.self).trimmed
    if verb.hasSuffix("/share") || verb == "share" { item.isRepost = true }
  }

  /// Takes a count of comments as written; anything but a whole number says nothing.
  mutating func take(comments written: String?) {
    guard let written, let count = Int(written.trimmed), count >= 0 else { return }
    item.comments = count
  }

  /// Takes what is attached to be played: the first of it says what the item is.
  mutating func take(enclosure element: FeedElement, base: String?) {
    let address = (element["url"] ?? element["href"])?.trimmed
    if item.attachment == nil, let address {
      item.attachment = FeedAddress.resolve(address, base: base)
    }
    guard item.media == nil else { return }
    let type = (element["type"] ?? element["medium"] ?? "").lowercased()
    if type.hasPrefix("video") || type.contains("shockwave") {
      item.media = .video
    } else if type.hasPrefix("audio") {
      item.media = .audio
    } else if type.isEmpty, let address {
      item.media = FeedMedia(address: address)
    }
  }

  private mutating func take(
    date text: [UInt8], to place: WritableKeyPath<Self, Date?>,
    else doubtful: WritableKeyPath<Self, Date?>
  ) {
    let text = String(decoding: text, as: UTF8.self)
    guard let date = FeedDate.reading(text) else {
      if place != \.item.updated, let date = FeedDateInNumbers(text) { item.dateInNumbers = date }
      return
    }
    guard let moment = Date(plausible: date.date.timeIntervalSince1970) else { return }
    self[keyPath: date.isPossible ? place : doubtful] = moment
  }
}

extension FeedMedia {
  /// What an address without a type promises by its ending; nil for an ending that promises
  /// nothing.
  init?(address: String) {
    let path = address.prefix { $0 != "?" && $0 != "#" }.lowercased()
    if [".mp3", ".m4a", ".ogg", ".opus", ".aac"].contains(where: path.hasSuffix) {
      self = .audio
    } else if [".mp4", ".m4v", ".webm", ".mov"].contains(where: path.hasSuffix) {
      self = .video
    } else {
      return nil
    }
  }
}
