/// The vocabularies whose words Pond reads in feeds.
enum FeedVocabulary: Hashable, Sendable {
  /// RSS in all its versions and Atom in both: they share their words.
  case core
  case dublinCore
  case dublinCoreTerms
  case content
  case slash
  case thread
  case media
  case itunes
  case activity
  case youTube
  case rdf
  case syndication
  case source
  case xhtml
  /// A vocabulary that says nothing to Pond.
  case other

  /// The vocabulary of a name: by its namespace, and where that is missing or unknown by the prefix
  /// that everybody uses for it. A name without a prefix is core: feeds get their default namespace
  /// wrong more often than they use it for something else.
  init(_ name: XMLName) {
    if let namespace = name.namespace, let known = FeedVocabulary.byNamespace(namespace) {
      self = known
    } else if let prefix = name.prefix {
      self =
        FeedVocabulary.byPrefix[prefix] ?? FeedVocabulary.byPrefix[prefix.lowercased()]
        ?? .other
    } else {
      self = .core
    }
  }

  private static func byNamespace(_ namespace: String) -> FeedVocabulary? {
    if let exact = namespaces[namespace] { return exact }
    let lowered = namespace.lowercased()
    // Userland named a new one with every change of mind.
    if lowered.contains("backend.userland.com/rss") { return .core }
    return namespaces[lowered]
  }

  private static let byPrefix: [String: FeedVocabulary] = [
    "atom": .core, "atom10": .core, "a10": .core, "rss": .core, "dc": .dublinCore,
    "dcterms": .dublinCoreTerms, "content": .content, "slash": .slash, "thr": .thread,
    "media": .media, "itunes": .itunes, "activity": .activity, "yt": .youTube, "rdf": .rdf,
    "xhtml": .xhtml, "sy": .syndication, "source": .source,
  ]

  // In small letters, for feeds differ in their capitals.
  private static let namespaces: [String: FeedVocabulary] = [
    "http://blogs.law.harvard.edu/tech/rss": .core,
    "http://purl.org/rss/1.0/": .core,
    "http://my.netscape.com/rdf/simple/0.9/": .core,
    "http://channel.netscape.com/rdf/simple/0.9/": .core,
    "http://purl.org/rss/1.0/modules/rss091#": .core,
    "http://purl.org/atom/ns#": .core,
    "http://www.w3.org/2005/atom": .core,
    "https://www.w3.org/2005/atom": .core,
    "http://purl.org/dc/elements/1.1/": .dublinCore,
    "http://purl.org/dc/elements/1.0/": .dublinCore,
    "http://purl.org/dc/terms/": .dublinCoreTerms,
    "http://purl.org/rss/1.0/modules/content/": .content,
    "http://purl.org/rss/1.0/modules/slash/": .slash,
    "http://purl.org/syndication/thread/1.0": .thread,
    "http://purl.org/rss/1.0/modules/threading/": .thread,
    "http://search.yahoo.com/mrss/": .media,
    "http://search.yahoo.com/mrss": .media,
    "http://www.itunes.com/dtds/podcast-1.0.dtd": .itunes,
    "http://example.com/dtds/podcast-1.0.dtd": .itunes,
    "http://activitystrea.ms/spec/1.0/": .activity,
    "http://www.youtube.com/xml/schemas/2015": .youTube,
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": .rdf,
    "http://www.w3.org/1999/xhtml": .xhtml,
    "http://purl.org/rss/1.0/modules/syndication/": .syndication,
    "http://source.scripting.com/": .source,
  ]
}
