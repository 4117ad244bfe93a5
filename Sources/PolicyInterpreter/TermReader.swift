package import PolicyIR
package import ResourceModel

/// Evaluates terms for many values one after another, without starting anew each time.
///
/// It is a class because what it keeps, such as compiled regular expressions, has an identity; it
/// stays in one thread.
package final class TermReader {
  private let evaluator: TermEvaluator

  /// Creates a reader of the terms of the program of `evaluation`.
  package init(_ evaluation: Evaluation) {
    evaluator = TermEvaluator(
      program: evaluation.program, graph: evaluation.graph,
      rawValues: evaluation.graph.rawValues, now: evaluation.now, limits: evaluation.limits)
  }

  /// Returns what the term is worth with `slots` as its variables, and how many steps that took.
  package func read(_ term: TermID, slots: [Cell]) -> (reading: Reading, steps: Int) {
    evaluator.steps = 0
    evaluator.depth = 0
    evaluator.slots = slots
    let reading = evaluator.read(term).reading
    return (reading, evaluator.steps)
  }
}
