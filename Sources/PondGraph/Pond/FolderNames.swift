extension Pond {
  /// A folder that Pond moves or adds outlines into: a tag in newsboat's file, a list on Mastodon.
  public enum Folder: String, Sendable, CaseIterable {
    /// Of those of whom less is wanted.
    case stream
    /// Of the close ring, where rings leave as folders.
    case close
    /// Of those who come.
    case new
  }

  /// What a folder is called: the name that the person chose, else its own.
  public func folder(_ folder: Folder) throws -> String { try Self.folder(folder, in: store) }

  static func folder(_ folder: Folder, in store: PondStore) throws -> String {
    try store.setting(folder.setting) ?? folder.rawValue
  }

  /// The names that the person chose.
  public func chosenFolders() throws -> [(folder: Folder, name: String)] {
    try Folder.allCases.compactMap { folder in
      try store.setting(folder.setting).map { (folder, $0) }
    }
  }

  /// Remembers what a folder is called; nil takes it back.
  public func remember(_ folder: Folder, as name: String?) throws {
    try store.set(folder.setting, to: name)
  }
}

extension Pond.Folder {
  fileprivate var setting: SettingName {
    switch self {
    case .stream: .streamFolder
    case .close: .closeFolder
    case .new: .newFolder
    }
  }
}
