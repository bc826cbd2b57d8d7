import Foundation

/// Writes Samples/ada, Samples/broken and the databases of other programs: `make-samples [FOLDER]`.
@main
enum MakeSamples {
  /// The one number behind all chance in the samples.
  static let seed: UInt64 = 0xADA_B1C4

  static func main() throws {
    let folder =
      CommandLine.arguments.dropFirst().first.map { URL(fileURLWithPath: $0) } ?? besideThePackage
    for part in ["ada", "broken"] {
      try? FileManager.default.removeItem(at: folder.appending(path: part))
    }
    try Ada(seed: seed).write(to: folder.appending(path: "ada"))
    try Broken.write(to: folder.appending(path: "broken"))
    try Databases.write(to: folder)
    print("Wrote ada, broken and the databases into \(folder.path)")
  }

  /// Samples of the repository that this file stands in.
  private static var besideThePackage: URL {
    URL(fileURLWithPath: #filePath).appending(path: "../../../../Samples").standardizedFileURL
  }
}
