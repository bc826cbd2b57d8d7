import Foundation

/// Learns from a Bluesky repository whom a person follows, since when, and what they did with the
/// posts of others: likes, reposts, answers, quotes, each with its time.
///
/// The repository holds nothing of anybody else: no handles, no posts of those who are followed, no
/// followers. The person's own posts are read for whom they answer, and their words are not taken.
package struct BlueskyRepositoryImport: Importer {
  package let format = "bluesky-repository"
  package let learns =
    "Whom you follow on Bluesky and since when, lists, likes, reposts, replies and quotes, from a "
    + "repository (CAR)."

  package init() {}

  package func recognizes(_ source: ImportSource) -> Bool {
    !source.isFolder && CARFile.isCAR(source.bytes.prefix(32))
  }

  package func read(_ source: ImportSource, options: ImportOptions) throws -> [Imported] {
    try source.bytes.withUnsafeBytes { bytes in
      let file = try open(bytes, source)
      if let cut = file.cut, !options.takesPartial {
        throw ImportFailure.cutShort(
          path: source.path, where: "byte \(cut)", reason: "the file ends inside of a block",
          standing: "\(file.blocks) blocks stand")
      }
      let commit = try commit(file, source)
      var reading = BlueskyRecords(file, owner: commit.did, now: options.now)
      var tree = MerkleSearchTree(file)
      var count = 0
      tree.walk(from: commit.tree) { key, record in
        reading.take(key, record)
        count += 1
        // A large file is mapped, and its pages count as long as they are kept. Few are wanted
        // again: neighbours in the tree are mostly neighbours in the file.
        if count.isMultiple(of: 50_000) { source.releasePages() }
      }
      var imported = reading.imported(source.path, format: format, tree: tree)
      imported.madeAt = commit.madeAt
      return [imported]
    }
  }

  private func open(
    _ bytes: UnsafeRawBufferPointer, _ source: ImportSource
  ) throws -> CARFile {
    var checked = 0
    do {
      return try CARFile(bytes) { claims in
        defer {
          checked += claims.reduce(0) { $0 + $1.block.count }
          if checked > 64 << 20 {
            source.releasePages()
            checked = 0
          }
        }
        return Digest.areSHA256(claims)
      }
    } catch CARDamage.tooLarge(let size) {
      throw ImportFailure.tooLarge(path: source.path, bytes: size, limit: Int(UInt32.max))
    } catch {
      throw ImportFailure.damaged(
        path: source.path, where: "its beginning", reason: "the archive names no root")
    }
  }

  private func commit(
    _ file: CARFile, _ source: ImportSource
  ) throws -> (did: String, tree: Int, madeAt: Date?) {
    guard let block = file.block(file.root) else {
      throw ImportFailure.damaged(
        path: source.path, where: "its root",
        reason: file.spoiled > 0
          ? "the commit does not have its digest" : "the commit is not in the archive")
    }
    var cursor = file.cursor(block)
    var (did, tree, revision): (String?, Int?, String?) = (nil, nil, nil)
    try? cursor.members { name, cursor throws(CBORDamage) in
      if cursor.holds(name, "did") {
        did = try cursor.textIfAny().map(cursor.string)
      } else if cursor.holds(name, "data") {
        tree = try cursor.link()
      } else if cursor.holds(name, "rev") {
        revision = try cursor.textIfAny().map(cursor.string)
      } else {
        return false
      }
      return true
    }
    guard let did, let tree, ATURI.isDID(did.utf8) else {
      throw ImportFailure.notWhatItClaims(
        path: source.path, sentence: "this archive is no repository of Bluesky",
        advice: "In Bluesky: Settings, Account, Export my data.")
    }
    // A revision is the moment of its commit. https://atproto.com/specs/repository
    return (did, tree, revision.flatMap { TID.date($0.utf8) })
  }
}
