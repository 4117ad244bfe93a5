/// The places in which there are resources, each with a number.
struct PlaceDirectory {
  /// The places, by their numbers.
  private(set) var places: [Place] = []

  private var numbers: [Place: Int] = [:]
  private var ascending: [Int] = []

  /// Returns the number of the place, which is there afterwards.
  mutating func demand(_ place: Place) -> Int {
    if let number = numbers[place] { return number }
    numbers[place] = places.count
    places.append(place)
    return places.count - 1
  }

  /// Returns the numbers in the order of their places.
  mutating func ordered() -> [Int] {
    if ascending.count != places.count {
      ascending = places.indices.sorted { places[$0] < places[$1] }
    }
    return ascending
  }
}
