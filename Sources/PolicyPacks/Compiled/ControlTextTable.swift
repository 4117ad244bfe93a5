internal import PolicyIR

/// The texts of controls, each once, because the versions of a benchmark share most of them.
struct ControlTextTable {
  private var numbers: [ControlTexts: Int] = [:]
  private var forms: [[UInt8]] = []

  /// Returns the number of the texts, which are there afterwards.
  mutating func demand(_ texts: ControlTexts) throws(CompiledFormError) -> Int {
    if let known = numbers[texts] { return known }
    var writer = CompiledWriter()
    try writer.write(texts)
    numbers[texts] = forms.count
    forms.append(writer.sizedBytes)
    return forms.count - 1
  }

  /// The compiled form of the table.
  var bytes: [UInt8] {
    var count = CompiledWriter()
    count.write(forms.count)
    return count.bytes + forms.joined()
  }
}
