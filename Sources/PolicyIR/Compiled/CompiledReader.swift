package import SourceText

/// Reads the parts of a compiled form in the order in which `CompiledWriter` writes them.
///
/// Whatever the bytes are, it gives a value or throws; what it gives names nothing that is not
/// there. It reads no byte without having looked whether there is one.
@safe package struct CompiledReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private let end: Int
  private var strings: [String] = []
  private var lastLower: UInt32 = 0

  /// The sizes of the files that ranges may lie in, by the files' numbers in the compiled form.
  private let fileSizes: [Int]

  /// The number that the first of those files has in the run.
  private let firstFile: UInt32

  /// The number of terms that may be named.
  var termCount = 0

  /// Creates a reader of the bytes in `range`, whose ranges lie in files with these sizes, of which
  /// the first is known as `firstFile`.
  ///
  /// The bytes must stay where they are for as long as the reader is used.
  @unsafe package init(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, fileSizes: [Int],
    firstFile: FileID
  ) {
    unsafe self.bytes = unsafe bytes
    position = range.lowerBound
    end = Swift.min(range.upperBound, bytes.count)
    self.fileSizes = fileSizes
    self.firstFile = firstFile.index
  }

  /// Whether everything was read.
  package var isAtEnd: Bool { position >= end }

  /// Returns what `body` returns for a reader of the bytes in `range`, whose ranges lie in files with
  /// these sizes, of which the first is known as `firstFile`.
  package static func read<Result>(
    _ bytes: FileBytes, in range: Range<Int>, fileSizes: [Int], firstFile: FileID,
    _ body: (inout CompiledReader) throws(CompiledFormError) -> Result
  ) throws(CompiledFormError) -> Result {
    try unsafe bytes.withBytes { (buffer) throws(CompiledFormError) in
      var reader = unsafe CompiledReader(
        buffer, in: range, fileSizes: fileSizes, firstFile: firstFile)
      return try body(&reader)
    }
  }

  /// Returns the next byte.
  @inline(__always)
  private mutating func byte() throws(CompiledFormError) -> UInt8 {
    guard position < end else { throw .truncated }
    let byte = unsafe bytes[position]
    position &+= 1
    return byte
  }

  /// Returns a number that is not negative.
  @inline(__always)
  package mutating func number() throws(CompiledFormError) -> UInt64 {
    let first = try byte()
    // Most numbers are small.
    return first < 0x80 ? UInt64(first) : try number(after: first)
  }

  /// Returns the number that starts with `first`.
  private mutating func number(after first: UInt8) throws(CompiledFormError) -> UInt64 {
    var result = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while true {
      let next = try byte()
      if shift == 63, next > 1 { throw .malformed }
      result |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return result }
      shift += 7
      if shift > 63 { throw .malformed }
    }
  }

  /// Returns a number that may be negative.
  @inline(__always)
  package mutating func signed() throws(CompiledFormError) -> Int64 {
    let number = try number()
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  /// Returns an index that is less than `limit`.
  @inline(__always)
  package mutating func index(below limit: Int) throws(CompiledFormError) -> Int {
    let number = try number()
    guard number < UInt64(Swift.max(limit, 0)) else { throw .malformed }
    return Int(number)
  }

  /// Returns the number of things that follow, each of which takes a byte or more.
  package mutating func count() throws(CompiledFormError) -> Int {
    let number = try number()
    guard number <= UInt64(end - position) else { throw .malformed }
    return Int(number)
  }

  /// Returns a number of slots or the like, of which a sane program has few.
  @inline(__always)
  mutating func small() throws(CompiledFormError) -> Int { try index(below: 1 << 20) }

  /// Returns whether something is so.
  package mutating func bool() throws(CompiledFormError) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw .malformed
    }
  }

  /// Returns a text.
  package mutating func string() throws(CompiledFormError) -> String {
    let known = try index(below: strings.count + 1)
    if known > 0 { return strings[known - 1] }
    let count = try count()
    let content = unsafe UnsafeBufferPointer(rebasing: bytes[position..<position + count])
    let span = unsafe Span(_unsafeElements: content)
    // What is no text is the form of none.
    guard let characters = try? UTF8Span(validating: span) else { throw .malformed }
    let text = String(copying: characters)
    position += count
    strings.append(text)
    return text
  }

  /// Returns one of the cases of the type.
  package mutating func oneCase<Case: CaseIterable>(
    of type: Case.Type
  ) throws(CompiledFormError) -> Case where Case.AllCases == [Case] {
    let cases = type.allCases
    return cases[try index(below: cases.count)]
  }

  /// Returns the case that the number stands for.
  @inline(__always)
  mutating func tag<Tag: RawRepresentable<UInt8>>(
    _ type: Tag.Type
  ) throws(CompiledFormError) -> Tag {
    guard let tag = Tag(rawValue: try byte()) else { throw .malformed }
    return tag
  }

  /// Returns where something stands.
  package mutating func range() throws(CompiledFormError) -> SourceRange {
    let file = try index(below: fileSizes.count)
    let (lower, isOutOfRange) = Int64(lastLower).addingReportingOverflow(try signed())
    let count = try number()
    let size = UInt64(fileSizes[file])
    guard !isOutOfRange, lower >= 0, UInt64(lower) <= size, count <= size - UInt64(lower),
      size <= UInt64(UInt32.max)
    else { throw .malformed }
    lastLower = UInt32(lower)
    return SourceRange(
      file: FileID(index: firstFile + UInt32(file)), lower: lastLower,
      upper: lastLower + UInt32(count))
  }

  /// Returns the identity of a term that was read.
  @inline(__always)
  mutating func termID() throws(CompiledFormError) -> TermID {
    let distance = try number()
    guard distance > 0, distance <= UInt64(termCount) else { throw .malformed }
    return TermID(index: UInt32(termCount - Int(distance)))
  }

  /// Returns as many elements as were written.
  @inlinable package mutating func list<Element>(
    _ element: (inout CompiledReader) throws(CompiledFormError) -> Element
  ) throws(CompiledFormError) -> [Element] {
    let count = try count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try element(&self)) }
    return elements
  }

  /// Returns the value that was written, if one was.
  @inlinable package mutating func optional<Wrapped>(
    _ wrapped: (inout CompiledReader) throws(CompiledFormError) -> Wrapped
  ) throws(CompiledFormError) -> Wrapped? {
    try bool() ? try wrapped(&self) : nil
  }

  /// Returns the range of the next `count` bytes of the form, and goes past them.
  package mutating func skip(_ count: Int) throws(CompiledFormError) -> Range<Int> {
    guard count >= 0, count <= end - position else { throw .truncated }
    position += count
    return position - count..<position
  }
}
