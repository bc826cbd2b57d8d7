// What libFuzzer calls: `make fuzz` builds this with the fuzzer and AddressSanitizer, and starts it once
// for each target. The beginning of the program is libFuzzer's own; built with it, Swift takes no
// statements outside of functions.
import Foundation

private let environment = ProcessInfo.processInfo.environment
private let target = environment["FUZZ_TARGET"].flatMap(FuzzTarget.init)
private let folder = URL(fileURLWithPath: environment["FUZZ_FOLDER"] ?? "/tmp")

/// Before the first input: without a target it says which there are; asked for seeds, where those of one
/// are.
@_cdecl("LLVMFuzzerInitialize")
public func beginFuzzing(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
  guard let target else {
    for target in FuzzTarget.allCases { print(target.rawValue) }
    exit(0)
  }
  if environment["FUZZ_SEEDS"] != nil {
    for seed in target.seeds { print(seed) }
    exit(0)
  }
  return 0
}

/// One input that the fuzzer made up.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  target?.run(bytes.map { Data(bytes: $0, count: size) } ?? Data(), in: folder)
  return 0
}
