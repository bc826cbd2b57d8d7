import Foundation
import PondTestSupport
import Testing

/// What fuzzing found once is tried for ever (T-I15).
@Suite("Fail cases of fuzzing, and seeds")
struct FailCaseTests {
  @Test(
    "no target stumbles over what once made one stumble, or over its seeds",
    arguments: FuzzTarget.allCases)
  func replay(target: FuzzTarget) throws {
    let shelf = try Shelf()
    let cases = Repository.files(below: "Tests/Fuzz/FailCases/\(target.rawValue)")
    let seeds = target.seeds.flatMap { Repository.files(below: $0) }.prefix(12)
    for file in cases + seeds {
      let bytes = try Data(contentsOf: file)
      target.run(bytes, in: shelf.url)
      // Cut short, and with one byte changed, as a fuzzer begins.
      target.run(bytes.prefix(bytes.count / 2), in: shelf.url)
      var changed = bytes
      if !changed.isEmpty { changed[changed.startIndex + changed.count / 3] ^= 0xFF }
      target.run(changed, in: shelf.url)
    }
    #expect(!seeds.isEmpty, "\(target) has no seeds")
  }
}
