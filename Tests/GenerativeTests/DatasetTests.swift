import Clusters
import Generative
import Testing

struct DatasetTests {
  /// The counts are those of the paper's split, 60/20/20 of 3743.
  @Test func splitsLikeThePaper() throws {
    let catalogue = try Catalogue.mmnp()
    let data = Dataset(catalogue, seed: 37)
    #expect(data.training.count == 2245 && data.validation.count == 749 && data.test.count == 749)
    #expect(Set(data.training + data.validation + data.test) == Set(catalogue.indices))
    #expect(Dataset(catalogue, seed: 37).test == data.test)
    #expect(Dataset(catalogue, seed: 38).test != data.test)
  }

  @Test func holdsOutWholeShapes() throws {
    let catalogue = try Catalogue.mmnp()
    let data = Dataset(catalogue, seed: 1, split: .shape)
    let seen = Set(data.trainingShapes)
    #expect(!data.test.isEmpty && data.test.allSatisfy { !seen.contains(catalogue.shapeIndex[$0]) })
    #expect(Set(data.training + data.validation + data.test).count == catalogue.count)
  }
}
