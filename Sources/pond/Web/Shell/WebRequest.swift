#if Web
  import Foundation

  /// One request as a page sees it: no socket in it.
  struct WebRequest: Sendable {
    /// What is asked: to look, or to change something.
    enum Method: Sendable {
      case get, post
    }

    let method: Method
    /// The decoded parts of the path: `/account/feed%3Ax` is `account`, `feed:x`.
    let path: [String]
    /// What stands behind the question mark.
    let query: WebFields
    /// What a form says; empty for a GET.
    let form: WebFields
    /// Files that came with a form, each already on the disk under a name of Pond's own.
    let files: [WebUpload]
    /// The moment that counts as the present: what is done now is done then.
    let now: Date
    /// The moment as of which the pond is looked at: a little earlier where nothing changed since, so that
    /// what was made for one page serves the next.
    var seen: Date

    init(
      _ method: Method = .get, _ path: [String], query: WebFields = WebFields(),
      form: WebFields = WebFields(), files: [WebUpload] = [], now: Date
    ) {
      seen = now
      self.method = method
      self.path = path
      self.query = query
      self.form = form
      self.files = files
      self.now = now
    }
  }

  /// Names and values as a form or an address has them. A name may stand in it several times.
  struct WebFields: Sendable {
    private let pairs: [(name: String, value: String)]

    init(_ pairs: [(name: String, value: String)] = []) { self.pairs = pairs }

    /// The first value of a name; nil where it is not there.
    subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// Every value of a name.
    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }
  }

  extension WebFields {
    /// Reads `application/x-www-form-urlencoded`, which is what stands behind a question mark too.
    /// - Parameter limit: the most pairs that are taken.
    init(encoded text: some StringProtocol, limit: Int = 10_000) {
      self.init(
        text.split(separator: "&").prefix(limit).map { pair in
          let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          return (
            name: Self.decoded(halves[0]), value: halves.count > 1 ? Self.decoded(halves[1]) : ""
          )
        })
    }

    private static func decoded(_ text: some StringProtocol) -> String {
      PercentText.decoded(String(text).replacing("+", with: " "))
    }
  }

  /// Percent signs and what they stand for.
  enum PercentText {
    /// What `%41` and its like stand for. A percent sign that stands for nothing is itself, and bytes
    /// that are no UTF-8 become U+FFFD.
    static func decoded(_ text: some StringProtocol) -> String {
      guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
      let bytes = Array(text.utf8)
      var plain: [UInt8] = []
      var place = 0
      while place < bytes.count {
        if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count,
          let high = digit(bytes[place + 1]), let low = digit(bytes[place + 2])
        {
          plain.append(high << 4 | low)
          place += 3
        } else {
          plain.append(bytes[place])
          place += 1
        }
      }
      return String(decoding: plain, as: UTF8.self)
    }

    /// A text as one part of a path, or as a value of a query: only letters, digits and `-._~` stay.
    static func encoded(_ text: String) -> String {
      text.utf8.map { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
          String(Unicode.Scalar(byte))
        default:
          "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
      }.joined()
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46: byte - 0x37
      case 0x61...0x66: byte - 0x57
      default: nil
      }
    }
  }

  /// A file that came with a form.
  struct WebUpload: Sendable {
    /// What the person's own machine calls it, with the folders above it where a folder was chosen. A
    /// stranger's text: shown, never used as a path.
    let name: String
    /// Where it lies until the request is over.
    let path: String
    /// Its size in bytes.
    let bytes: Int
  }
#endif
