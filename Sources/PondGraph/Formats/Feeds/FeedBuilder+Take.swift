// What the text of an element says, taken into the feed or its open item.

extension FeedBuilder {
  /// Takes a text, told apart by whether an item is open.
  func take(_ field: Field, _ text: [UInt8], _ kind: FeedText.Kind, base: String?) {
    if draft != nil {
      draft?.take(field, text, kind, base: base)
    } else {
      takeForFeed(field, text, kind, base: base)
    }
  }

  private func takeForFeed(_ field: Field, _ text: [UInt8], _ kind: FeedText.Kind, base: String?) {
    let line = FeedText.line(text, kind: kind)
    let address = line.map { FeedAddress.resolve($0, base: base) }
    switch field {
    case .title: document.title = line ?? document.title
    case .dublinCoreTitle: document.title = document.title ?? line
    case .link: document.site = address ?? document.site
    case .language: document.language = document.language ?? line
    case .newAddress: document.newAddress = address
    default: break
    }
  }
}
