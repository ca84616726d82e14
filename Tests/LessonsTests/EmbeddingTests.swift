import Testing
@testable import Lessons

@Test func `The lesson is there`() {
  #expect(PackageResources.single_chain_json.count > 10)
}
