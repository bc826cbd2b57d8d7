import Foundation

/// An item while it is read: what its elements say, before it is decided which of them counts.
struct FeedDraft {
  /// An item with more authors, or more categories, names no more of them.
  static let mostNames = 100

  var item = FeedItem()
  /// Whether anything stands in it.
  var hasElements = false
  /// Titles by where they stand: the item's own, Dublin Core's, those of attached media.
  var title: String?
  var dublinCoreTitle: String?
  var mediaTitle: String?
  var pageLink: String?
  var otherLink: String?
  var textLink: String?
  var guidIsPage = false
  var videoID: String?
  var dublinCoreDate: Date?
  var created: Date?
  /// Dates that the calendar does not have.
  var doubtfulDate: Date?
  var doubtfulUpdate: Date?
  var itunesAuthor: String?
  var sourceAuthors: [String] = []
  var content: FeedBody?
  var summary: FeedBody?
  var mediaText: FeedBody?

  /// The item, decided.
  func finished() -> FeedItem {
    var item = item
    item.title = title ?? dublinCoreTitle ?? mediaTitle
    item.link = textLink ?? pageLink ?? otherLink ?? guidLink
    item.writtenID = item.writtenID ?? videoID.map { "yt:video:\($0)" }
    item.published = item.published ?? dublinCoreDate ?? created
    // A date that cannot be counts where there is no other.
    if item.date == nil { (item.published, item.updated) = (doubtfulDate, doubtfulUpdate) }
    // Nitter writes it into the title, where no other feed has it.
    item.isRepost = item.isRepost || item.title?.hasPrefix("RT by @") ?? false
    item.isReply = item.isReply || item.title?.hasPrefix("R to @") ?? false
    if item.authors.isEmpty, let itunesAuthor { item.authors = [itunesAuthor] }
    item.words = words(isUntitled: item.title == nil)
    item.pointed =
      [content, summary, mediaText].lazy.compactMap { $0?.pointed }
      .first { !$0.isEmpty } ?? []
    item.picture =
      item.picture ?? content?.picture ?? summary?.picture ?? mediaText?.picture
    item.excerpt = summary?.excerpt ?? content?.excerpt ?? mediaText?.excerpt
    return item
  }

  /// A guid is a page's address unless it says otherwise, and many that do not say are none.
  private var guidLink: String? {
    guard guidIsPage, let id = item.writtenID else { return nil }
    return id.hasPrefix("http://") || id.hasPrefix("https://") ? id : nil
  }

  /// Full text counts. A description alone may be an excerpt: it counts where there is no title,
  /// for then it is a note, and where it is longer than excerpts are.
  private func words(isUntitled: Bool) -> Int? {
    if let content, content.excerpt != nil { return content.words }
    guard let summary, summary.excerpt != nil else { return nil }
    return isUntitled || summary.words >= 100 ? summary.words : nil
  }
}
