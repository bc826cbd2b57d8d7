/// How likely attention to a post leaves a trace in what a reader keeps (model.md §1): the weakness
/// of each reader's flag for "read", in one table.
enum ReaderTrace {
  /// FreshRSS marks what is opened, and what is scrolled past or looked at on its site only where
  /// the settings say so: somebody who reads whole posts in the list may leave no mark.
  static let freshRSS = 0.8
  /// NetNewsWire marks what is selected.
  static let netNewsWire = 0.9
  /// Liferea marks what is selected; its cache holds the newest hundred posts of a feed.
  static let liferea = 0.9
  /// RSS Guard marks what is selected.
  static let rssGuard = 0.9
  /// Miniflux marks what is opened, on the page or in a client.
  static let miniflux = 0.9
  /// python-reader marks only what somebody marks.
  static let pythonReader = 0.8
  /// A list of posts with their states, as the Google Reader API gives it.
  static let states = 0.8
  /// Where only stars, favourites and labels are kept, or the flag for "read" says nothing.
  static let starsAlone = 0.2
  /// Overcast lists every episode that the person touched.
  static let overcast = 0.9
  /// AntennaPod and gPodder keep every playing.
  static let podcasts = 0.9
  /// QuiteRSS marks what is selected.
  static let quiteRSS = 0.9
  /// yarr marks what is opened in it, on the page or in a client.
  static let yarr = 0.9
  /// Apple Podcasts counts every playing.
  static let applePodcasts = 0.9
}
