import Foundation

/// The body of an answer while it arrives: in memory up to a size, then in a file without a name,
/// so that sixty-four of the largest bodies at once take no memory. Whatever ends the process, no
/// file is left.
///
/// A class, for it owns a descriptor.
final class ArrivingBody {
  /// How many bytes came.
  private(set) var count = 0
  private var memory = Data()
  private var file: Int32 = -1
  private let inMemory: Int

  /// Starts empty.
  init(inMemory: Int = 128 << 10) {
    self.inMemory = inMemory
  }

  deinit {
    if file >= 0 { close(file) }
  }

  /// Adds what came.
  /// - Returns: false where the disk takes no more.
  func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    count += bytes.count
    if file < 0, memory.count + bytes.count <= inMemory {
      memory.append(contentsOf: bytes)
      return true
    }
    guard file >= 0 || spill() else { return false }
    return WholeWrite.write(bytes, to: file)
  }

  /// Forgets what came: a new answer begins.
  func clear() {
    (count, memory) = (0, Data())
    if file >= 0 { close(file) }
    file = -1
  }

  /// Everything that came; nil where the file cannot be read back.
  func whole() -> Data? {
    guard file >= 0 else { return memory }
    guard count > 0, let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0),
      start != MAP_FAILED
    else { return nil }
    return Data(bytesNoCopy: start, count: count, deallocator: .unmap)
  }

  private func spill() -> Bool {
    file = Self.nameless()
    guard file >= 0 else { return false }
    let bytes = memory
    memory = Data()
    return bytes.withUnsafeBytes { WholeWrite.write($0, to: file) }
  }

  private static func nameless() -> Int32 {
    let folder = FileManager.default.temporaryDirectory.path
    var path = Array((folder + "/pond-body-XXXXXX").utf8CString)
    let file = mkstemp(&path)
    guard file >= 0 else { return -1 }
    unlink(path)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return file
  }
}
