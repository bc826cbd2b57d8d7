import Testing
@testable import PondGraph
