/// How posts were found by their words.
public enum FindingWay: Hashable, Sendable {
  /// By the index in the pond file.
  case byIndex
  /// The index was damaged, and is made anew.
  case byIndexMadeAnew
  /// Post by post, for the pond file cannot be written and its index is not up to date.
  case byReading
}
