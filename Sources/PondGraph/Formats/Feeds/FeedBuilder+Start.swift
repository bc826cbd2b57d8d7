// What an element means by where it stands.

extension FeedBuilder {
  /// The place that an element opens; takes along what its attributes say.
  func start(_ element: FeedElement, in outer: Place, line: Int) -> Place {
    switch outer {
    case .outside: startOutside(element, line: line)
    case .feed: startInFeed(element, line: line)
    case .item: startInItem(element, line: line)
    case .media: startInMedia(element)
    case .source: startInSource(element)
    case .skipped: startInSkipped(element)
    case .person: startInPerson(element)
    case .text, .inline, .ignored: .ignored
    }
  }

  private func startOutside(_ element: FeedElement, line: Int) -> Place {
    switch (element.vocabulary, element.word) {
    case (.core, .rss), (.core, .redirect): return .outside
    case (_, .rdf):
      document.format = .rdf
      return .outside
    case (.core, .feed):
      document.format = .atom
      document.language = element["lang"]
      return .feed
    case (.core, .channel): return .feed
    case (.core, .item), (.core, .entry): return startItem(element, line: line)
    case (.core, .newlocation): return .text(.newAddress, .plain)
    default: return .ignored
    }
  }

  /// What nobody knows may be a frame around items: they are items wherever they stand.
  func startInIgnored(_ name: XMLName, _ attributes: [XMLAttribute], line: Int) -> Place {
    guard draft == nil, (4...7).contains(name.local.utf8.count) else { return .ignored }
    switch FeedWord(name.local) {
    case .item, .entry, .channel: break
    default: return .ignored
    }
    let element = FeedElement(name, attributes)
    guard element.vocabulary == .core else { return .ignored }
    return element.word == .channel ? .feed : startItem(element, line: line)
  }

  private func startItem(_ element: FeedElement, line: Int) -> Place {
    if element.word == .entry, document.items.isEmpty { document.format = .atom }
    var draft = FeedDraft()
    draft.item.line = line
    draft.item.writtenID = element["about"]
    self.draft = draft
    return .item
  }

  private func startInFeed(_ element: FeedElement, line: Int) -> Place {
    switch (element.vocabulary, element.word) {
    case (.core, .item), (.core, .entry): return startItem(element, line: line)
    case (.core, .title): return .text(.title, titleKind(element))
    case (.dublinCore, .title): return .text(.dublinCoreTitle, .either)
    case (.core, .link): return startLinkInFeed(element)
    case (.core, .author), (.core, .managingeditor), (.dublinCore, .creator),
      (.dublinCore, .author), (.itunes, .author):
      return .person(owner: .feed)
    case (.core, .language), (.dublinCore, .language): return .text(.language, .plain)
    case (.itunes, .newFeedURL), (.core, .newlocation): return .text(.newAddress, .plain)
    // Feeds without their frame: an item list right in <rss>.
    case (.core, .channel): return .feed
    default: return startHint(element)
    }
  }

  private func startHint(_ element: FeedElement) -> Place {
    switch (element.vocabulary, element.word) {
    case (.core, .ttl): .text(.ttl, .plain)
    case (.core, .skiphours), (.core, .skipdays): .skipped
    case (.syndication, .updateperiod): .text(.updatePeriod, .plain)
    case (.syndication, .updatefrequency): .text(.updateFrequency, .plain)
    case (.source, .blogroll): .text(.blogroll, .plain)
    default: .ignored
    }
  }

  private func startInSkipped(_ element: FeedElement) -> Place {
    switch element.word {
    case .hour: .text(.skippedHour, .plain)
    case .day: .text(.skippedDay, .plain)
    default: .ignored
    }
  }

  private func startLinkInFeed(_ element: FeedElement) -> Place {
    guard let written = element["href"] else { return .text(.link, .plain) }
    let address = FeedAddress.resolve(written.trimmed, base: base)
    switch element["rel"]?.lowercased() ?? "alternate" {
    case "self": document.selfAddress = document.selfAddress ?? address
    case "alternate":
      if document.site == nil, element.isPage { document.site = address }
    default: break
    }
    return .ignored
  }

  private func startInItem(_ element: FeedElement, line: Int) -> Place {
    switch element.vocabulary {
    case .core: startCoreInItem(element, line: line)
    case .dublinCore, .dublinCoreTerms: startDublinCoreInItem(element)
    case .content: element.word == .encoded ? .text(.content, .html) : .ignored
    case .xhtml: element.word == .body ? .text(.content, .html) : .ignored
    case .slash: element.word == .comments ? .text(.comments, .plain) : .ignored
    case .thread: startThread(element)
    case .media: startInMedia(element)
    case .itunes: startITunes(element)
    case .activity: element.word == .verb ? .text(.verb, .plain) : .ignored
    case .youTube: startYouTube(element)
    case .rdf, .syndication, .source, .other: .ignored
    }
  }

  private func startCoreInItem(_ element: FeedElement, line: Int) -> Place {
    switch element.word {
    case .title: return .text(.title, titleKind(element))
    case .link: return startLinkInItem(element)
    case .guid, .id:
      return .text(.guid(isPage: element["ispermalink"]?.lowercased() != "false"), .plain)
    case .pubdate, .published, .issued: return .text(.published, .plain)
    case .updated, .modified: return .text(.updated, .plain)
    case .created: return .text(.created, .plain)
    case .description: return .text(.summary, bodyKind(element, unstated: .html))
    case .summary: return .text(.summary, bodyKind(element, unstated: .plain))
    case .content: return startContent(element)
    case .body, .fullitem: return .text(.content, .html)
    case .author: return .person(owner: .item)
    case .category, .keywords: return startCategory(element)
    case .enclosure:
      draft?.take(enclosure: element, base: base)
      return .ignored
    case .source: return .source
    // The item before it was never closed.
    case .item, .entry: return startNextItem(element, line: line)
    default: return .ignored
    }
  }

  private func startNextItem(_ element: FeedElement, line: Int) -> Place {
    endItem()
    return startItem(element, line: line)
  }

  private func startContent(_ element: FeedElement) -> Place {
    // Content that stands elsewhere is not here to be counted.
    guard element["src"] == nil else { return .ignored }
    return .text(.content, bodyKind(element, unstated: .plain))
  }

  private func startDublinCoreInItem(_ element: FeedElement) -> Place {
    switch element.word {
    case .title: .text(.dublinCoreTitle, .either)
    case .creator, .author: .text(.author, .either)
    case .date: .text(.dublinCoreDate, .plain)
    case .issued: .text(.published, .plain)
    case .created: .text(.created, .plain)
    case .modified: .text(.updated, .plain)
    case .description: .text(.summary, .html)
    case .subject: .text(.category, .either)
    default: .ignored
    }
  }

  private func startLinkInItem(_ element: FeedElement) -> Place {
    guard let written = element["href"] else { return .text(.link, .plain) }
    let address = FeedAddress.resolve(written.trimmed, base: base)
    switch element["rel"]?.lowercased() ?? "alternate" {
    case "alternate":
      takeAlternate(address, isPage: element.isPage)
    case "enclosure": draft?.take(enclosure: element, base: base)
    case "replies": draft?.take(comments: element["count"])
    default: break
    }
    return .ignored
  }

  /// Of several alternates of one kind the first is meant.
  private func takeAlternate(_ address: String, isPage: Bool) {
    if isPage {
      if draft?.pageLink == nil { draft?.pageLink = address }
    } else if draft?.otherLink == nil {
      draft?.otherLink = address
    }
  }

  private func startCategory(_ element: FeedElement) -> Place {
    if let term = element["term"] {
      draft?.take(category: element["label"] ?? term)
      return .ignored
    }
    return .text(.category, .either)
  }

  private func startThread(_ element: FeedElement) -> Place {
    switch element.word {
    case .total: return .text(.comments, .plain)
    case .inReplyTo:
      draft?.item.isReply = true
      return .ignored
    default: return .ignored
    }
  }

  private func startITunes(_ element: FeedElement) -> Place {
    switch element.word {
    case .author: .text(.itunesAuthor, .either)
    case .title: .text(.mediaTitle, .either)
    case .summary: .text(.mediaText, .html)
    default: .ignored
    }
  }

  private func startYouTube(_ element: FeedElement) -> Place {
    guard element.word == .videoid else { return .ignored }
    draft?.item.media = .video
    return .text(.videoID, .plain)
  }

  private func startInMedia(_ element: FeedElement) -> Place {
    guard element.vocabulary == .media, draft != nil else { return .ignored }
    switch element.word {
    case .group: return .media
    case .content:
      draft?.take(enclosure: element, base: base)
      return .media
    case .title: return .text(.mediaTitle, .either)
    case .description: return .text(.mediaText, .html)
    default: return .ignored
    }
  }

  private func startInSource(_ element: FeedElement) -> Place {
    element.vocabulary == .core && element.word == .author ? .person(owner: .source) : .ignored
  }

  private func startInPerson(_ element: FeedElement) -> Place {
    switch element.word {
    case .name: .text(.personName, .plain)
    case .email: .text(.personMail, .plain)
    default: .ignored
    }
  }

  // MARK: Kinds of text

  /// Atom says what its titles are, and they are plain where it does not; RSS never says.
  private func titleKind(_ element: FeedElement) -> FeedText.Kind {
    bodyKind(element, unstated: document.format == .atom ? .plain : .either)
  }

  private func bodyKind(_ element: FeedElement, unstated: FeedText.Kind) -> FeedText.Kind {
    switch element["type"]?.lowercased() {
    case "html", "text/html", "xhtml", "application/xhtml+xml": .html
    case "text", "text/plain": document.format == .atom ? .plain : .either
    default: unstated
    }
  }
}

extension FeedElement {
  /// Whether a link leads to a page: it says so, or does not say.
  fileprivate var isPage: Bool {
    guard let type = self["type"]?.lowercased() else { return true }
    return type.contains("html")
  }
}

extension String {
  /// The text without the blanks around it.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    if !first.isBlank, !last.isBlank { return self }
    let start = utf8.drop(while: \.isBlank)
    let end = start.lastIndex { !$0.isBlank }
    return end.map { String(decoding: start[...$0], as: UTF8.self) } ?? ""
  }
}
