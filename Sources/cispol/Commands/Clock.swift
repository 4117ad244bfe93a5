internal import DomainValues
internal import Glibc

/// The clock of the machine.
enum Clock {
  /// The present instant, in whole seconds.
  static var now: Timestamp {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    let (milliseconds, isTooMany) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1000)
    guard !isTooMany, let now = Timestamp(milliseconds: milliseconds) else { return Clock.epoch }
    return now
  }

  /// The milliseconds since some moment before the program started, which nobody sets.
  static var elapsedMilliseconds: Int64 {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  private static var epoch: Timestamp {
    guard let epoch = Timestamp(milliseconds: 0) else {
      preconditionFailure("the year 1970 is in the range of timestamps")
    }
    return epoch
  }
}
