import Foundation

/// One folder of an OPML, as a list of its own.
package enum OPMLPart {
  /// The trimmed list without everything that does not stand in a folder or below it; folders that
  /// became empty go, too. What stays is, byte for byte, as it was.
  /// - Parameters:
  ///   - folder: the folder's name or its whole path (`News/Local`), whatever the case.
  ///   - path: where the list was read from, for a failure.
  /// - Throws: `NoSuchPart` where no account of the list stands in such a folder; `ExportFailure`
  ///   where the result does not hold exactly the accounts that stay.
  package static func of(_ list: TrimmedList, folder: String, path: String) throws -> TrimmedList {
    let document = try read(list.bytes, path)
    let entries = entries(document)
    let (inside, outside) = (
      entries.filter { $0.stands(in: folder) }, entries.filter { !$0.stands(in: folder) }
    )
    guard !inside.isEmpty else {
      let folders = entries.compactMap(\.place.first).filter { !$0.isEmpty }
      throw NoSuchPart(folder: folder, folders: Set(folders).sorted())
    }
    let bytes = document.cutting(outside.map(\.index), dropsEmptyFolders: true)
    guard self.entries(try read(bytes, path)).map(\.address) == inside.map(\.address) else {
      throw ExportFailure.failedCheck(path: path)
    }
    return TrimmedList(
      bytes: bytes, removed: list.removed,
      remaining: Set(inside.map { AccountKey(reading: Address($0.address)) }))
  }

  private struct Entry {
    let index: Int
    let address: String
    let place: [String]

    func stands(in folder: String) -> Bool {
      let wanted = folder.lowercased()
      return place.contains { $0.lowercased() == wanted }
        || place.indices.contains {
          place[...$0].joined(separator: "/").lowercased() == wanted
        }
    }
  }

  private static func read(_ bytes: Data, _ path: String) throws -> OPMLDocument {
    guard let document = try? OPMLDocument(bytes), document.cut == nil else {
      throw ExportFailure.failedCheck(path: path)
    }
    return document
  }

  private static func entries(_ document: OPMLDocument) -> [Entry] {
    document.withValues { values in
      var places: [Int: [String]] = [:]
      var entries: [Entry] = []
      for index in document.outlines.indices {
        let around = document.outlines[index].parent.flatMap { places[$0] } ?? []
        let kind = values.kind(of: index)
        if kind == .folder {
          places[index] = around + [values.title(of: index)].compactMap { $0 }
        } else if kind.isAccount {
          places[index] = around
          if let address = values.address(of: index) {
            entries.append(Entry(index: index, address: address, place: around))
          }
        } else {
          places[index] = around
        }
      }
      return entries
    }
  }
}

/// A folder was named that the list does not have.
package struct NoSuchPart: Failure, Hashable {
  /// What was named.
  package let folder: String
  /// The folders that the list has at its top.
  package let folders: [String]

  package var kind: FailureKind { .usage }
  package var sentence: String { "no account of the list stands in a folder \"\(folder)\"" }
  package var state: String? { "Nothing was written." }
  package var advice: String? {
    guard !folders.isEmpty else { return "The list has no folders." }
    return DidYouMean.advice(folder, among: folders)
      ?? "The list has: \(folders.prefix(8).joined(separator: ", "))"
  }
}
