import Foundation

/// Learns whom a person follows from a plain list of addresses.
package struct AddressListImport: Importer {
  package let format = "address-list"
  package let learns =
    "the feeds and accounts that you follow, from a plain list with one address a line"

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    source.isPlainText && AddressList(source.bytes).isLikely
      && !NewsboatURLsImport().recognizes(source)
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    try source.requirePlainText("a list of addresses")
    let addresses = AddressList(source.bytes)
    var list = MentionList(path: source.path, format: format)
    for entry in addresses.entries {
      // Of a name the sign in front is no part, as in every list of the fediverse.
      let isHandle = AddressList.isHandle(entry.address)
      let address = Address(isHandle ? String(entry.address.dropFirst()) : entry.address)
      list.keep(
        AccountMention(
          key: AccountKey(listed: entry.address), address: address, followed: true))
    }
    for other in addresses.others { list.skip("a line", "it is no address", other.number) }
    list.keepOriginal(source.bytes)
    return [list.imported]
  }
}
