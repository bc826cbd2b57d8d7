/// What `data/manifest.js` of an X archive says: whose it is, when it was made, which files belong
/// to it and how many records each has.
package struct XArchiveManifest: Sendable {
  /// A file that was announced.
  package struct File: Hashable, Sendable {
    /// Its place from the archive's root: `data/following.js`.
    package let path: String
    /// How many records it has; nil where that is not said.
    package let count: Int?
  }

  /// The number of the account; nil where it is not said.
  package let accountID: UInt64?
  /// Its handle, without the sign.
  package let handle: String?
  /// Its name.
  package let name: String?
  /// When the archive was made, as written: dates in this form can be compared as texts.
  package let generationDate: String?
  /// Whether X says itself that it is not the whole.
  package let isPartial: Bool
  /// The announced files.
  package let files: [File]

  /// Reads the object behind the sign; what is missing says nothing.
  package init(_ value: JSONValue) {
    let user = value["userInfo"]
    accountID = user?["accountId"]?.word.flatMap { UInt64($0) }
    handle = user?["userName"]?.text
    name = user?["displayName"]?.text
    generationDate = value["archiveInfo"]?["generationDate"]?.text
    isPartial = value["archiveInfo"]?["isPartialArchive"] == .bool(true)
    files = Self.types(value["dataTypes"]).flatMap { type in
      (type["files"]?.elements ?? []).compactMap { file in
        file["fileName"]?.text.map {
          File(path: $0, count: file["count"]?.word.flatMap { Int($0) })
        }
      }
    }
  }

  private static func types(_ value: JSONValue?) -> [JSONValue] {
    guard case .object(let types) = value else { return [] }
    return types.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// The files that the archives of before August 2018 announce, in `tweet_index.js`.
package enum XTweetIndex {
  /// The places from the root, with the number of tweets in each.
  package static func files(_ value: JSONValue) -> [XArchiveManifest.File] {
    value.elements.compactMap { month in
      month["file_name"]?.text.map {
        XArchiveManifest.File(path: $0, count: month["tweet_count"]?.word.flatMap { Int($0) })
      }
    }
  }
}
