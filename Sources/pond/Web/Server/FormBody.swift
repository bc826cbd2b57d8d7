#if Web
  import Foundation
  import HummingbirdCore
  import NIOCore
  import PondGraph

  /// Reads what a form says, within limits, and only as far as it is known to be Pond's own form.
  struct FormBody {
    let visit: WebVisit
    let pondPath: String

    /// The most bytes of a form without files.
    static let most = 1 << 20
    /// The most bytes of a form with files: 2 GB, and what is around them.
    static let mostOfFiles = 2 << 30
    /// The most files at a time.
    static let mostFiles = 100_000

    /// What came of it.
    enum Said {
      /// It was sent away.
      case refused(WebAnswer)
      /// It says this. The files are gone with the folder.
      case form(WebFields, [WebUpload], UploadFolder?)
    }

    /// Reads a body to its end.
    func read(_ head: WebHead, _ body: RequestBody) async throws -> Said {
      let type = head["content-type"] ?? ""
      if let reader = MultipartReader(contentType: type) {
        guard Self.isWithin(Self.mostOfFiles, head) else { return .refused(Self.tooLarge) }
        return try await files(reader, body)
      }
      guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
        return .refused(WebGuard.Refusal.staleForm.answer)
      }
      guard Self.isWithin(Self.most, head) else { return .refused(Self.tooLarge) }
      var bytes: [UInt8] = []
      for try await piece in body {
        bytes.append(contentsOf: piece.readableBytesView)
        guard bytes.count <= Self.most else { return .refused(Self.tooLarge) }
      }
      let fields = WebFields(encoded: String(decoding: bytes, as: UTF8.self))
      guard isOwn(fields["token"]) else {
        return .refused(WebGuard.Refusal.staleForm.answer)
      }
      return .form(fields, [], nil)
    }

    private static var tooLarge: WebAnswer { WebGuard.Refusal.tooLarge.answer }

    // What it announces; a body that announces nothing is counted while it comes.
    private static func isWithin(_ most: Int, _ head: WebHead) -> Bool {
      guard let length = head["content-length"] else { return !head.has("content-length") }
      return Int(length).map { $0 <= most } ?? false
    }

    private func isOwn(_ token: String?) -> Bool {
      token.map { Secret.isSame($0, visit.formToken) } ?? false
    }

    private func files(_ start: MultipartReader, _ body: RequestBody) async throws -> Said {
      var reader = start
      var parts = FormParts(visit: visit, pondPath: pondPath)
      var count = 0
      do {
        for try await piece in body {
          count += piece.readableBytes
          guard count <= Self.mostOfFiles else { return .refused(Self.tooLarge) }
          try piece.withUnsafeReadableBytes { bytes in
            try reader.feed(bytes) { try parts.take($0) }
          }
        }
        guard reader.isFinished else { throw MultipartReader.Malformed() }
      } catch let refusal as FormParts.Refused {
        return .refused(refusal.why.answer)
      } catch is MultipartReader.Malformed {
        return .refused(WebGuard.Refusal.staleForm.answer)
      } catch let failure as UploadFailure {
        return .refused(ProblemPage(failure, pondPath: pondPath).answer)
      }
      guard parts.isTrusted else { return .refused(WebGuard.Refusal.staleForm.answer) }
      return .form(WebFields(parts.fields), parts.uploads, parts.folder)
    }
  }

  /// The parts of a form with files, one after another: the token stands first, and before it was
  /// right no byte of a file is kept.
  struct FormParts {
    /// Why the rest is not read.
    struct Refused: Error {
      let why: WebGuard.Refusal
    }

    let visit: WebVisit
    let pondPath: String
    private(set) var fields: [(name: String, value: String)] = []
    private(set) var uploads: [WebUpload] = []
    private(set) var folder: UploadFolder?
    private(set) var isTrusted = false
    private var field = ""
    private var fileName: String?
    private var value: [UInt8] = []
    private var fieldBytes = 0

    init(visit: WebVisit, pondPath: String) {
      self.visit = visit
      self.pondPath = pondPath
    }

    mutating func take(_ event: MultipartReader.Event) throws {
      switch event {
      case .begin(let field, let fileName): try begin(field, fileName)
      case .bytes(let bytes): try write(bytes)
      case .end: try end()
      case .finished: break
      }
    }

    private mutating func begin(_ field: String, _ fileName: String?) throws {
      (self.field, self.fileName, value) = (field, fileName, [])
      guard fileName != nil else { return }
      guard isTrusted else { throw Refused(why: .staleForm) }
      guard uploads.count < FormBody.mostFiles else { throw Refused(why: .tooLarge) }
      if folder == nil { folder = try UploadFolder(beside: pondPath) }
      try folder?.begin()
    }

    private mutating func write(_ bytes: ArraySlice<UInt8>) throws {
      guard fileName == nil else {
        try folder?.write(bytes)
        return
      }
      fieldBytes += bytes.count
      guard fieldBytes <= FormBody.most else { throw Refused(why: .tooLarge) }
      value.append(contentsOf: bytes)
    }

    private mutating func end() throws {
      if let fileName {
        // A field for files in which none was chosen comes as one without a name.
        if let upload = try folder?.end(named: fileName), !fileName.isEmpty {
          uploads.append(upload)
        }
        return
      }
      let text = String(decoding: value, as: UTF8.self)
      if field == "token" {
        guard Secret.isSame(text, visit.formToken) else { throw Refused(why: .staleForm) }
        isTrusted = true
      }
      fields.append((name: field, value: text))
    }
  }
#endif
