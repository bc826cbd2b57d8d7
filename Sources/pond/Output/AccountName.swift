import PondGraph

extension AccountOverview {
  /// What it is called: its title, else its address, with secrets masked. A stranger's text, still
  /// to be made harmless for where it goes.
  var name: String { account.name }
}

extension Account {
  /// The same.
  var name: String {
    guard let title, !title.isEmpty else { return handle }
    return title.contains("://") ? Address(title).masked : title
  }
}
