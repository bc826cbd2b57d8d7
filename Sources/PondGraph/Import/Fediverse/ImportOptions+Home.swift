extension ImportOptions {
  /// The server of the person, where `me` is a name with a server.
  var homeServer: String? {
    guard let acct = me.flatMap(Acct.init), acct.hasHost else { return nil }
    return acct.value.split(separator: "@").last.map(String.init)
  }
}
