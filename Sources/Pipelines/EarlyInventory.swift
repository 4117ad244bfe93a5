internal import Collectors
internal import ResourceModel
internal import SourceText

/// The raw resources of an input, collected while packs are read; which of both comes first changes
/// nothing.
struct EarlyInventory: Sendable {
  /// The text of an input that is to be collected.
  struct Source: Sendable {
    /// The input as a text of the run.
    let file: SourceFile

    /// Its identity there.
    let id: FileID

    /// Returns what it holds.
    func collect() -> EarlyInventory {
      // A file in no known format is taken for a plan, for the collector to say what is wrong.
      let format = InputFormat.detect(file) ?? .terraformPlan
      do throws(CollectError) {
        return EarlyInventory(contents: .success(try format.collect(file, id: id)))
      } catch {
        return EarlyInventory(contents: .failure(error))
      }
    }
  }

  /// The resources, or why there are none.
  let contents: Result<RawInventory, CollectError>
}
