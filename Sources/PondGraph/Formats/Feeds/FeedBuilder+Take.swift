// What the text of an element says, taken into the feed or its open item.

extension FeedBuilder {
  /// Takes a text, told apart by whether an item is open.
  /// - Parameter inline: what elements within the text point at.
  func take(
    _ field: Field, _ text: [UInt8], _ kind: FeedText.Kind, base: String?,
    inline: FeedInline = FeedInline()
  ) {
    if draft != nil {
      draft?.take(field, text, kind, base: base, inline: inline)
    } else {
      takeForFeed(field, text, kind, base: base)
    }
  }

  private func takeForFeed(_ field: Field, _ text: [UInt8], _ kind: FeedText.Kind, base: String?) {
    let line = FeedText.line(text, kind: kind)
    let address = line.map { FeedAddress.resolve($0, base: base) }
    switch field {
    case .title where isDamaged: document.title = document.title ?? line
    case .title: document.title = line ?? document.title
    case .dublinCoreTitle: document.title = document.title ?? line
    case .link where isDamaged: document.site = document.site ?? address
    case .link: document.site = address ?? document.site
    case .language: document.language = document.language ?? line
    case .newAddress: document.newAddress = address
    default: takeHint(field, line, base: base)
    }
  }

  private func takeHint(_ field: Field, _ line: String?, base: String?) {
    guard let line else { return }
    switch field {
    case .ttl: document.hints.minutes = Double(line)
    case .updatePeriod: document.hints.period = line
    case .updateFrequency: document.hints.frequency = Double(line)
    case .skippedHour: document.hints.skip(hour: line)
    case .skippedDay: document.hints.skip(day: line)
    case .blogroll:
      if document.blogrolls.count < 5 {
        document.blogrolls.append(FeedAddress.resolve(line, base: base))
      }
    default: break
    }
  }
}
