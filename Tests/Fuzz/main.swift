// libFuzzer's own driver calls one target with the bytes that it makes up: `make fuzz` builds this with
// the fuzzer and AddressSanitizer, and starts it once for each target.
import Foundation

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ call: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private let environment = ProcessInfo.processInfo.environment
// Set before anything runs, and never again; the fuzzer has one thread.
nonisolated(unsafe) private let target = environment["FUZZ_TARGET"].flatMap(FuzzTarget.init)
private let folder = URL(fileURLWithPath: environment["FUZZ_FOLDER"] ?? "/tmp")

// Without a target it says which there are; asked for seeds, where those of one are.
guard let chosen = target else {
  for target in FuzzTarget.allCases { print(target.rawValue) }
  exit(0)
}
if environment["FUZZ_SEEDS"] != nil {
  for seed in chosen.seeds { print(seed) }
  exit(0)
}
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
let code = runDriver(&count, &arguments) { bytes, size in
  let data = bytes.map { Data(bytes: $0, count: size) } ?? Data()
  target?.run(data, in: folder)
  return 0
}
exit(code)
