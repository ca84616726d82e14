import Backprop
import Formulas
import Lessons
import Testing

@testable import Grading

private let seeds: [UInt64] = [0, 1, 2, .max - 1, .max]

/// The variants of every lesson, drawn once; whether they tell mistakes apart is asked elsewhere, of a few.
private let variants: [String: [Lesson]] = {
  let pairs = exercises.map { name in
    (name, seeds.compactMap { seed in try? Variant.lesson(of: lesson(name), seed: seed) { _ in true } })
  }
  return Dictionary(uniqueKeysWithValues: pairs)
}()

/// The numbers of a layer.
private func numbers(_ layer: Lesson.Layer) -> [Numeral] {
  layer.weights.flatMap { $0 } + (layer.biases ?? [])
}

@Test func `A seed always gives the same lesson`() throws {
  let variant = try Variant.lesson(of: lesson("single-chain"), seed: 42)
  #expect(try Variant.lesson(of: lesson("single-chain"), seed: 42) == variant)
  // Written down, so that another machine is held to it.
  #expect(numbers(variant.layers[0]).map(\.value) == [-1.9, -0.3])
}

@Test(arguments: exercises)
func `Different seeds give different numbers`(name: String) throws {
  #expect(Set(try #require(variants[name]).map(\.layers)).count == seeds.count)
}

@Test(arguments: exercises)
func `A variant has the shape of its lesson, and numbers that tell each other apart`(name: String) throws {
  let own = try lesson(name)
  for (seed, variant) in zip(seeds, try #require(variants[name])) {
    #expect(variant.title == own.title)
    #expect(variant.cost == own.cost && variant.penalty == own.penalty)
    #expect(variant.learningRate == own.learningRate && variant.trainsBiases == own.trainsBiases)
    #expect(variant.layers.count == own.layers.count)
    for (layer, old) in zip(variant.layers, own.layers) {
      #expect(layer.activation == old.activation)
      #expect(layer.weights.map(\.count) == old.weights.map(\.count))
      #expect(layer.biases?.count == old.biases?.count)
      let sizes = numbers(layer).map(\.value.magnitude)
      #expect(Set(sizes).count == sizes.count, "seed \(seed)")
      #expect(
        sizes.allSatisfy { $0 > 0 && $0 != 1 && $0 <= max(2, numbers(old).map(\.value.magnitude).max() ?? 0) }
      )
      #expect(numbers(layer).allSatisfy { $0.digits.count <= 4 })
    }
    for (example, old) in zip(variant.examples, own.examples) {
      #expect(zip(example.inputs, old.inputs).allSatisfy { ($0.value < 0) == ($1.value < 0) })
      #expect(zip(example.inputs, old.inputs).allSatisfy { ($0.value == 0) == ($1.value == 0) })
      #expect(example.targets.count == old.targets.count)
      let saysYesOrNo = [.sigmoid, .softmax].contains(own.layers.last?.activation)
      for (target, old) in zip(example.targets, old.targets) where saysYesOrNo {
        #expect([0, 1].contains(old.value) ? target == old : target.value > 0 && target.value < 1)
      }
    }
  }
}

/// The weighted inputs of a lesson that keep a neuron from working, and all of them.
private func weightedInputs(_ exercise: Exercise) throws -> (stuck: Int, count: Int) {
  var result = (stuck: 0, count: 0)
  let layers = try exercise.network.lesson.layers
  for (index, line) in exercise.lines.enumerated() {
    guard case (.value, .symbol(let symbol)) = (line.step, line.name), symbol.meaning == .weightedInput,
      let layer = symbol.layer
    else { continue }
    let z = exercise.values[index]
    result.count += 1
    switch layers[layer - 1].activation.kind {
    case .sigmoid, .tanh: if abs(z) > 3 { result.stuck += 1 }
    case .relu: if z <= 0 { result.stuck += 1 }
    case .softplus, .elu: if z < -3 { result.stuck += 1 }
    case .silu, .gelu: if z < -0.7 { result.stuck += 1 }
    case .identity, .leakyReLU, .softmax: break
    }
  }
  return result
}

@Test(arguments: exercises)
func `In a variant as many neurons are stuck as make the lesson, and nothing else vanishes`(name: String)
  throws
{
  let own = try Exercise(lesson(name))
  let stuck = try weightedInputs(own).stuck
  for (seed, variant) in zip(seeds, try #require(variants[name])) {
    let exercise = try Exercise(variant)
    let now = try weightedInputs(exercise).stuck
    #expect(stuck == 0 ? now == 0 : (1...stuck).contains(now), "seed \(seed): \(now) instead of \(stuck)")
    for index in own.asked {
      let floor = min(1e-3, abs(own.values[index]) / 10)
      #expect(abs(exercise.values[index]) >= floor, "seed \(seed): \(own.lines[index].name)")
    }
  }
}

@Test func `Mistakes that give the same answers make for another draw`() throws {
  let own = try lesson("two-neurons")
  let first = try Variant.lesson(of: own, seed: 1)
  let other = try Variant.lesson(of: own, seed: 1) {
    ($0.subject as? NetworkSubject)?.lesson.layers != first.layers
  }
  #expect(other.layers != first.layers)
  // Where no draw will do, there is a lesson all the same.
  let nearest = try Variant.lesson(of: own, seed: 1) { _ in false }
  #expect(nearest.layers.count == 2)
  #expect(
    nearest.summary?.contains("No numbers were found") == true
      && first.summary?.contains("No numbers were found") == false)
}

@Test func `A lesson that is too large to be derived by hand has no variants`() throws {
  #expect(throws: WorkedExampleError.self) { try Variant.lesson(of: lesson("digit"), seed: 1) }
}
