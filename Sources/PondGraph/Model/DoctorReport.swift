/// What the self-check of a pond file found.
public struct DoctorReport: Hashable, Sendable {
  /// One thing that is not as it should be.
  public struct Finding: Hashable, Sendable {
    /// What is the matter, in a sentence.
    public let sentence: String
    /// What to do about it; nil where nothing needs doing.
    public let advice: String?
    /// Whether knowledge may be lost or wrong; a remark otherwise.
    public let isTrouble: Bool

    /// Makes it of its parts.
    public init(sentence: String, advice: String?, isTrouble: Bool) {
      self.sentence = sentence
      self.advice = advice
      self.isTrouble = isTrouble
    }
  }

  /// Where the pond file is.
  public let path: String
  /// What was found; empty for a sound file.
  public var findings: [Finding] = []
  /// The version of its schema; nil where it cannot be read.
  public var schemaVersion: Int?
  /// Its size on disk in bytes.
  public var bytes = 0
  /// How many of these bytes are free for new knowledge.
  public var freeBytes = 0
  /// How many accounts it knows.
  public var accounts = 0
  /// How many posts it knows.
  public var posts = 0
  /// How many acts it knows.
  public var acts = 0
  /// How many entries its journal has, those taken back included.
  public var decisions = 0

  /// Starts a report on a file.
  public init(path: String) {
    self.path = path
  }

  /// Whether nothing troubling was found.
  public var isSound: Bool { !findings.contains(where: \.isTrouble) }
}
