extension Pond {
  /// Every list of whom the person follows that was imported and not left out since, the last
  /// learned first.
  public func lists() throws -> [ImportedList] { try store.lists() }

  /// Leaves a list out, by its number, its path or the end of that, and says which it was. A list
  /// whose place it took counts again.
  public func forget(list named: String) throws -> ImportedList { try store.forget(list: named) }

  /// The list that would be left out.
  public func list(named: String) throws -> ImportedList { try store.list(named: named) }
}
