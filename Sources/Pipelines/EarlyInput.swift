internal import Collectors
internal import SourceText

/// An input that was read while packs are; which of both comes first changes nothing.
struct EarlyInput: Sendable {
  /// The text of an input that is to be read.
  struct Source: Sendable {
    /// The input as a text of the run.
    let file: SourceFile

    /// Its identity there.
    let id: FileID

    /// Returns its parts.
    func read() -> EarlyInput {
      // A file in no known format is taken for a plan, for the collector to say what is wrong.
      let format = InputFormat.detect(file) ?? .terraformPlan
      do throws(CollectError) {
        return EarlyInput(contents: .success(try format.read(file, id: id)))
      } catch {
        return EarlyInput(contents: .failure(error))
      }
    }
  }

  /// The parts, or why there are none.
  let contents: Result<ReadInput, CollectError>
}
