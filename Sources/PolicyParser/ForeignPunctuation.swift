/// A mark that other languages have where this one has a word.
enum ForeignPunctuation: String, CaseIterable, Sendable {
  case and = "&&"
  case not = "!"
  case or = "||"
}
