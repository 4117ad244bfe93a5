internal import CByteScan

/// The keys that the objects of a source were seen to have, one after another, as trees.
///
/// The objects of a source are mostly made alike: what comes after one key is nearly always what came
/// after it the last time. Comparing a text with a key that is known is less than reading it, and no
/// step of a trail repeats a key of the steps before it.
@safe struct KeyTrails: ~Copyable {
  /// A key after those of the steps before it.
  struct Step {
    /// The 0-based offset of its text, with quotes and colon, and the number of bytes of that.
    let start: UInt32
    let count: UInt32

    /// The digest of the key.
    let digest: UInt32

    /// The step before it in its object; 0 for none.
    let before: UInt32

    /// The number of steps up to this one.
    let length: UInt32

    /// The step that followed the last time; 0 for none.
    var next: UInt32 = 0

    /// The step with which objects in its value started the last time; 0 for none.
    var inner: UInt32 = 0

    /// Another step in the same place; 0 for none.
    var other: UInt32 = 0
  }

  /// The most steps that are kept, and bytes of their texts.
  private static let mostSteps = 4096
  private static let mostBytes = 1 << 16

  /// The most steps in the same place, which are looked through one after another.
  private static let mostOthers = 16

  /// The most keys of an object: of more, each would be compared with each.
  private static let longest = 64

  /// The steps; the first stands for the outermost value.
  private var steps: UnsafeMutablePointer<Step>
  private var count = 1

  /// The texts of the steps.
  private var texts: UnsafeMutablePointer<UInt8>
  private var byteCount = 0

  /// How many there is room for.
  private var stepRoom = 0
  private var byteRoom = 0

  /// Creates trails without steps, which take no room unless they are used.
  init(isUsed: Bool) {
    guard isUsed else {
      guard let nothing = unsafe UnsafeMutablePointer<Step>(bitPattern: 64),
        let nowhere = unsafe UnsafeMutablePointer<UInt8>(bitPattern: 64)
      else { preconditionFailure("a number other than zero is a place") }
      unsafe steps = nothing
      unsafe texts = nowhere
      return
    }
    stepRoom = 64
    byteRoom = 1024
    unsafe steps = .allocate(capacity: stepRoom)
    unsafe texts = .allocate(capacity: byteRoom)
    unsafe steps.initialize(
      to: Step(start: 0, count: 0, digest: 0, before: 0, length: 0))
  }

  deinit {
    guard stepRoom > 0 else { return }
    unsafe steps.deallocate()
    unsafe texts.deallocate()
  }

  /// Returns the number of bytes of the key of the step, with quotes and colon.
  @inline(__always)
  func byteCount(of step: UInt32) -> Int { Int(unsafe steps[Int(step)].count) }

  /// Returns the digest of the key of the step.
  @inline(__always)
  func digest(of step: UInt32) -> UInt32 { unsafe steps[Int(step)].digest }

  /// Returns the step that is taken after `step`, or to start with in its value, when `text`, of which
  /// there are `length` bytes, starts with its key and the colon; 0 if it is not known.
  @inline(__always)
  mutating func step(
    after step: UInt32, isFirst: Bool, in text: UnsafePointer<UInt8>, _ length: Int
  ) -> UInt32 {
    let expected = isFirst ? unsafe steps[Int(step)].inner : unsafe steps[Int(step)].next
    if unsafe isTaken(expected, in: text, length) { return expected }
    return unsafe otherStep(than: expected, after: step, isFirst: isFirst, in: text, length)
  }

  /// Returns whether the text starts with the key of the step and a colon.
  @inline(__always)
  private func isTaken(_ step: UInt32, in text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let step = unsafe steps + Int(step)
    let count = Int(unsafe step.pointee.count)
    // A key has at least its quotes and the colon.
    return count > 0 && count <= length
      && (unsafe byte_scan_is_equal(texts + Int(step.pointee.start), text, count)) != 0
  }

  /// Returns the step among those in the same place as `expected`, and expects it the next time.
  @inline(never)
  private mutating func otherStep(
    than expected: UInt32, after step: UInt32, isFirst: Bool, in text: UnsafePointer<UInt8>,
    _ length: Int
  ) -> UInt32 {
    var earlier = expected
    while earlier != 0 {
      let found = unsafe steps[Int(earlier)].other
      if found != 0, unsafe isTaken(found, in: text, length) {
        unsafe steps[Int(earlier)].other = steps[Int(found)].other
        unsafe steps[Int(found)].other = expected
        expect(found, after: step, isFirst: isFirst)
        return found
      }
      earlier = found
    }
    return 0
  }

  /// Adds a step after `step`, or to start with in its value, for the key whose text with quotes and
  /// colon is `text`, and returns its number; 0 if it is not added, because there is no room or the
  /// trail has the key.
  @inline(never)
  mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, digest: UInt32, after step: UInt32, isFirst: Bool
  ) -> UInt32 {
    guard let base = text.baseAddress, count < KeyTrails.mostSteps,
      byteCount + text.count <= KeyTrails.mostBytes
    else { return 0 }
    let before = isFirst ? 0 : step
    let length = unsafe steps[Int(before)].length + 1
    guard length <= KeyTrails.longest else { return 0 }
    var earlier = before
    while earlier != 0 {
      if unsafe isTaken(earlier, in: base, text.count) { return 0 }
      earlier = unsafe steps[Int(earlier)].before
    }
    let expected = isFirst ? unsafe steps[Int(step)].inner : unsafe steps[Int(step)].next
    var others = 0
    var other = expected
    while other != 0 {
      others += 1
      other = unsafe steps[Int(other)].other
    }
    guard others < KeyTrails.mostOthers else { return 0 }
    reserve(text.count)
    unsafe (texts + byteCount).update(from: base, count: text.count)
    unsafe (steps + count).initialize(
      to: Step(
        start: UInt32(byteCount), count: UInt32(text.count), digest: digest, before: before,
        length: length, other: expected))
    byteCount += text.count
    count += 1
    expect(UInt32(count - 1), after: step, isFirst: isFirst)
    return UInt32(count - 1)
  }

  private func expect(_ next: UInt32, after step: UInt32, isFirst: Bool) {
    if isFirst {
      unsafe steps[Int(step)].inner = next
    } else {
      unsafe steps[Int(step)].next = next
    }
  }

  /// Makes room for a step with a text of `number` bytes.
  private mutating func reserve(_ number: Int) {
    if count == stepRoom {
      let moved = UnsafeMutablePointer<Step>.allocate(capacity: stepRoom * 2)
      unsafe moved.moveInitialize(from: steps, count: count)
      unsafe steps.deallocate()
      unsafe steps = moved
      stepRoom *= 2
    }
    if byteCount + number > byteRoom {
      let room = max(byteRoom * 2, byteCount + number)
      let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
      unsafe moved.moveInitialize(from: texts, count: byteCount)
      unsafe texts.deallocate()
      unsafe texts = moved
      byteRoom = room
    }
  }
}
