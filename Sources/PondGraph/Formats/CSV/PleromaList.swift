package import Foundation

/// Tells a list that Pleroma or Akkoma wrote.
package enum PleromaList {
  /// Whether its last row ends as theirs do: they add `,true,false,` to the end of the text, and write
  /// the third column the other way round.
  package static func isOne(_ bytes: Data) -> Bool {
    bytes.suffix(12).elementsEqual(",true,false,".utf8)
  }
}
