import Testing
@testable import pond
