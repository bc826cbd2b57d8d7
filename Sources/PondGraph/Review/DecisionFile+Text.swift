import Foundation

// Everything the person wrote, as a file that another pond takes back.

extension DecisionFile {
  /// Everything a person wrote about accounts.
  package struct Words: Sendable {
    /// The accounts, with what is computed of them left out.
    package let accounts: [Account]
    /// The answers that stand.
    package let decisions: [AccountKey: Decision]
    /// Where accounts are read from now on, and who was followed here.
    package let beside: [AccountKey: [Decision]]
    /// Their own words.
    package let notes: [AccountKey: String]
    /// What they declared.
    package let declared: [AccountKey: [DeclaredWord]]
    /// Whose accounts are one human being's.
    package let persons: [[AccountKey]]
    /// What they said of posts tasted blind, in the order in which they did.
    package let tasted: [TastedPost]
    /// By which measures they weigh, where those are not the model's.
    package let learned: [MeasureChange]

    /// Gathers the words.
    package init(
      accounts: [Account], decisions: [AccountKey: Decision], notes: [AccountKey: String],
      declared: [AccountKey: [DeclaredWord]], persons: [[AccountKey]],
      tasted: [TastedPost] = [], beside: [AccountKey: [Decision]] = [:],
      learned: [MeasureChange] = []
    ) {
      self.beside = beside
      self.accounts = accounts
      self.decisions = decisions
      self.notes = notes
      self.declared = declared
      self.persons = persons
      self.tasted = tasted
      self.learned = learned
    }
  }

  /// The text of a file that says all of it again (E4). `clean` puts foreign text on one line and
  /// makes it harmless.
  package static func text(_ words: Words, clean: (String) -> String) -> String {
    let byKey = Dictionary(words.accounts.map { ($0.key, $0) }) { first, _ in first }
    var lines = [
      "# What you decided and wrote about those you follow. pond decide --from takes it back."
    ]
    for account in words.accounts {
      let title = clean(account.title ?? account.handle).replacing(" — ", with: " – ")
      if let decision = words.decisions[account.key], !decision.answer.standsBeside {
        lines += answer(decision, account, title, clean)
      }
      for decision in words.beside[account.key] ?? [] {
        lines += answer(decision, account, title, clean)
      }
      if let note = words.notes[account.key] {
        lines.append("note \(name(of: account)) # \(title) — \(clean(note))")
      }
    }
    lines += declarations(words, clean) + tastes(words, byKey, clean)
    for group in words.persons {
      let members = group.compactMap { byKey[$0] }
      for (one, next) in zip(members, members.dropFirst()) {
        lines.append("join \(one.id.value) \(next.id.value)")
      }
    }
    lines += words.learned.map { "learn \($0.words)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func tastes(
    _ words: Words, _ byKey: [AccountKey: Account], _ clean: (String) -> String
  ) -> [String] {
    words.tasted.compactMap { tasted in
      byKey[tasted.account].map { account in
        let title = clean(account.title ?? "(no title)").replacing(" — ", with: " – ")
        return "taste \(name(of: account)) # \(title) — \(TasteLine.words(tasted))"
      }
    }
  }

  // The answer, and when it was given upon what.
  private static func answer(
    _ decision: Decision, _ account: Account, _ title: String, _ clean: (String) -> String
  ) -> [String] {
    let named = name(of: account)
    let target = decision.newAddress.map { " " + $0.written } ?? ""
    let whom =
      decision.answer == .follow ? decision.newAddress?.written ?? named : named + target
    let reason = decision.reason.map { " — " + clean($0) } ?? ""
    let evidence = decision.evidenceSeen.map { " — " + clean($0) } ?? ""
    let day = decision.at.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    let said =
      decision.trialDays.map { "trial \(named) \($0)" }
      ?? "\(decision.answer.rawValue) \(whom)"
    return [
      "\(said) # \(title)\(reason)",
      "when \(decision.answer == .follow ? whom : named) # \(day)\(evidence)",
    ]
  }

  private static func declarations(_ words: Words, _ clean: (String) -> String) -> [String] {
    words.accounts.flatMap { account in
      (words.declared[account.key] ?? []).map { word in
        let title = clean(account.title ?? account.handle).replacing(" — ", with: " – ")
        let weight = word.weight.map { " \($0)" } ?? ""
        return "declare \(name(of: account)) # \(title) — \(word.name)\(weight)"
      }
    }
  }

  /// How a file names an account: by its address, or where that holds a secret, a blank, or leads
  /// to nobody, by its id, which is the same on every machine.
  static func name(of account: Account) -> String {
    let address = account.feed ?? account.key.profile
    guard let address, address.masked == address.written,
      !address.written.contains(where: \.isWhitespace),
      AccountKey(reading: address) == account.key || AccountKey(profile: address) == account.key
    else { return account.id.value }
    return address.written
  }
}
