import Foundation

/// Learns whom a person follows from a plain list of addresses.
package struct AddressListImport: Importer {
  package let format = "address-list"
  package let learns = "the feeds that you follow, from a plain list with one address a line"

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    source.isPlainText && AddressList(source.bytes).isLikely
      && !NewsboatURLs(source.bytes).isLikely
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    try source.requirePlainText("a list of addresses")
    let addresses = AddressList(source.bytes)
    var list = MentionList(path: source.path, format: format)
    for entry in addresses.entries {
      let address = Address(entry.address)
      list.keep(
        AccountMention(
          key: AccountKey(reading: address), address: address, followed: true))
    }
    for other in addresses.others { list.skip("a line", "it is no address", other.number) }
    return [list.imported]
  }
}
