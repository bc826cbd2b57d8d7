public import Foundation

extension Pond {
  /// A list that counts, and what writing it would do.
  public struct LeavingList: Sendable {
    /// The list.
    public let list: ImportedList
    /// What it leaves as.
    public let format: ExportFormat
    /// How many entries would be cut.
    public let cut: Int
    /// How many would be read at another address.
    public let repaired: Int
    /// How many would move into a folder, or be asked for less of.
    public let moved: Int
    /// Of how many the importance would be written anew.
    public let weighed: Int
    /// How many would come.
    public let added: Int

    /// Whether nothing would change in it.
    public var isAsItCame: Bool { cut + repaired + moved + weighed + added == 0 }
  }

  /// Every list that counts and can be written, the last learned first; and the sentence of what is
  /// wrong with each that cannot.
  public func leavingLists(now: Date) throws -> (lists: [LeavingList], troubles: [String]) {
    var lists: [LeavingList] = []
    var troubles: [String] = []
    for list in try self.lists() where list.state == .counts {
      guard let format = ExportFormat.allCases.first(where: { $0.own.contains(list.format) })
      else { continue }
      do {
        let written = try export(format, list: list.path, now: now)
        lists.append(
          LeavingList(
            list: list, format: format, cut: written.removed.count,
            repaired: written.repaired.count, moved: written.moved.count,
            weighed: written.weighed.count, added: written.added.count))
      } catch let failure as any Failure {
        troubles.append("\(list.path): \(failure.sentence)")
      }
    }
    return (lists, troubles)
  }
}
