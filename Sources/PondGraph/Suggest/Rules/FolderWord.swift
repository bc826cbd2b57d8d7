extension Rule {
  /// What the person agreed to for a folder counts where an account costs something: the quiet ones of it
  /// stay as they are, and nobody is let go by a folder (R5).
  static let folderWord = Rule(
    name: "your word for a folder", outcome: "keep or thin",
    paragraph: """
      You agreed (pond learn) that what stands in its folder stays, or that there is less of it. That \
      counts for those that cost something. Nobody is let go by a folder.
      """
  ) { readings in
    guard let verdict = readings.folderWord, let folder = readings.folder else { return nil }
    return (verdict, .folder(folder))
  }
}
