#if Web
  import Foundation
  import PondGraph

  /// Takes what was pressed under a question into the pond file, and leads to the next.
  struct AnswerTaking {
    let pond: Pond
    let sitting: Pond.Sitting
    let question: Pond.Question
    let wish: ReviewWish
    let request: WebRequest
    let visit: WebVisit

    private var account: Account { question.overview.account }

    /// Takes it; durable when this returns.
    func take(_ deed: ReviewDeed) throws -> WebReply {
      let hasNote = try keepNote()
      switch deed {
      case .answer(let answer):
        try sitting.answer(answer, now: request.now)
        return try next(
          ReviewWords.after(answer, account, wasGone: question.absence != nil), hasNote)
      case .repair: return try repair(hasNote)
      case .skip:
        try sitting.skip(now: request.now)
        return try next(ReviewWords.afterSkip(account), hasNote)
      case .note:
        return .seeOther(
          wish.place(asking: account.id),
          notice: hasNote ? "Your note is kept." : "Your note is as it was.")
      }
    }

    private func repair(_ hasNote: Bool) throws -> WebReply {
      guard let address = question.movedTo else {
        return .seeOther(wish.place(asking: account.id), notice: ReviewWords.noNewAddress)
      }
      do {
        try sitting.repair(now: request.now)
        return try next(ReviewWords.afterRepair(account, address), hasNote)
      } catch let failure as any Failure where failure.kind == .usage {
        return .seeOther(wish.place(asking: account.id), notice: failure.sentence)
      }
    }

    // What is as the page had it changes nothing: the note may have been written elsewhere meanwhile.
    private func keepNote() throws -> Bool {
      let lines = (request.form["note"] ?? "").split(whereSeparator: \.isNewline)
      let note = lines.joined(separator: " ")
      guard note != request.form["was"] ?? "" else { return false }
      try sitting.write(note: note, now: request.now)
      return true
    }

    private func next(_ words: String, _ hasNote: Bool) throws -> WebReply {
      let notice = hasNote ? words + " Your note is kept." : words
      guard let newest = try pond.newestStep() else {
        return .seeOther(wish.place(), notice: notice)
      }
      return WebUndo(path: "/review/undo", fields: wish.fields + [("step", newest.word)])
        .offered(at: wish.place(), notice: notice, visit)
    }
  }
#endif
