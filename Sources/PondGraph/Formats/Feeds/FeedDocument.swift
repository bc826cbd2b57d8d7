package import Foundation

/// A feed as its document states it, whatever its format.
package struct FeedDocument: Hashable, Sendable {
  /// In which format it was written.
  package var format = FeedFormat.rss
  /// Its name as plain text; nil where it gives none.
  package var title: String?
  /// The page that it is the feed of, resolved; nil where it gives none.
  package var site: String?
  /// Its own address, as it says; nil where it does not say.
  package var selfAddress: String?
  /// Where it says that it has moved to; nil where it does not.
  package var newAddress: String?
  /// Its language as written; nil where it does not say.
  package var language: String?
  /// Who writes it, as plain text.
  package var authors: [String] = []
  /// How often it wants to be asked.
  package var hints = FeedHints()
  /// Lists of feeds that it recommends, `source:blogroll`, as written.
  package var blogrolls: [String] = []
  /// Its items, in the document's order.
  package var items: [FeedItem] = []

  /// Makes an empty document.
  package init() {}
}

/// The formats that feeds are written in.
package enum FeedFormat: String, Hashable, Sendable, CaseIterable {
  case rss
  case rdf
  case atom
  case jsonFeed
}

/// One item of a feed.
package struct FeedItem: Hashable, Sendable {
  /// Its id as written: guid, atom:id, rdf:about; nil where it has none.
  package var writtenID: String?
  /// Its page, resolved against xml:base and the feed's own page; nil where it has none.
  package var link: String?
  /// Its title as plain text; nil for an item without one.
  package var title: String?
  /// When it was published; nil where the feed gives no date of publication that can be read.
  package var published: Date?
  /// The date of publication as the feed has it, where the order of its numbers is not told by itself.
  var dateInNumbers: FeedDateInNumbers?
  /// When it was changed last; nil where the feed does not say.
  package var updated: Date?
  /// Who wrote it, as plain text; those of the feed where the format says that they count.
  package var authors: [String] = []
  /// How many words its text has; nil where the feed holds no more than an excerpt.
  package var words: Int?
  /// The first words of its text, plain, at most 280 characters; nil where there is no text.
  package var excerpt: String?
  /// What is attached to it to be played.
  package var media: FeedMedia?
  /// The address of the first thing attached to it, resolved; nil where nothing is.
  package var attachment: String?
  /// The address of the first picture in its text, as written; nil where there is none.
  package var picture: String?
  /// How many comments it has, as the feed says; nil where it does not say.
  package var comments: Int?
  /// The pages of anybody that its text points at: the first few addresses, without what stands
  /// behind their paths.
  package var pointed: [String] = []
  /// Its categories as written.
  package var categories: [String] = []
  /// Whether it says that it answers something.
  package var isReply = false
  /// Whether it says that it passes somebody else's words on.
  package var isRepost = false
  /// The line of the document in which it begins; 0 where it has none.
  package var line = 0
  /// Which of the document's items it is, from 1; 0 where its line tells that.
  package var number = 0

  /// Makes an item without anything.
  package init() {}

  /// The best date of it: that of publication, else that of the last change.
  package var date: Date? { published ?? updated }
}

/// What an item is to be played as.
package enum FeedMedia: Hashable, Sendable {
  case audio
  case video
}
