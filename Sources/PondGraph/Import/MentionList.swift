import Foundation

/// What a list of lines teaches, gathered line by line.
struct MentionList {
  private(set) var imported: Imported
  private var numbers: [String: Int] = [:]

  /// Starts with nothing.
  init(path: String, format: String) {
    imported = Imported(path: path, format: format)
  }

  /// Takes a mention; a second one of the same address adds its labels to the first.
  mutating func keep(_ mention: AccountMention) {
    let written = mention.address?.written ?? mention.key.value
    if let number = numbers[written] {
      imported.accounts[number] = imported.accounts[number].joined(with: mention)
      imported.repeats += 1
    } else {
      numbers[written] = imported.accounts.count
      imported.accounts.append(mention)
    }
  }

  /// Names a line that was not taken. Nothing is lost with it: it holds no address.
  mutating func skip(_ what: String, _ why: String, _ line: Int) {
    imported.skipped.append(Skipped(what: what, why: why, place: "line \(line)", isLoss: false))
  }

  /// Names something that the person would want and that could not be read.
  mutating func lose(_ what: String, _ why: String) {
    imported.skipped.append(Skipped(what: what, why: why, isLoss: true))
  }

  /// Takes something that the person did.
  mutating func add(_ act: Act) {
    imported.acts.append(act)
  }

  /// Keeps the list itself, for trimming.
  mutating func keepOriginal(_ bytes: Data) {
    imported.original = OriginalDocument(
      format: imported.format, path: imported.path, bytes: bytes, isComplete: imported.isComplete)
  }
}
