import DomainValues
import Testing

struct TruthTests {
  @Test func connectivesAreMinMaxAndMirror() {
    for left in Truth.allCases {
      #expect((!left).rawValue == 2 - left.rawValue)
      #expect(!(!left) == left)
      for right in Truth.allCases {
        #expect((left && right).rawValue == min(left.rawValue, right.rawValue))
        #expect((left || right).rawValue == max(left.rawValue, right.rawValue))
        #expect(!(left && right) == (!left || !right))
      }
    }
  }

  @Test func connectivesAreALattice() {
    for left in Truth.allCases {
      #expect((left && left) == left && (left || left) == left)
      #expect((left && .true) == left && (left || .false) == left)
      #expect((left && .false) == .false && (left || .true) == .true)
      for right in Truth.allCases {
        #expect((left && right) == (right && left) && (left || right) == (right || left))
        #expect((left && (left || right)) == left && (left || (left && right)) == left)
        #expect(!(left || right) == (!left && !right))
        for third in Truth.allCases {
          #expect(((left && right) && third) == (left && (right && third)))
          #expect(((left || right) || third) == (left || (right || third)))
          #expect((left && (right || third)) == ((left && right) || (left && third)))
          #expect((left || (right && third)) == ((left || right) && (left || third)))
        }
      }
    }
    // Not those of two values: what is unknown may be either.
    #expect((Truth.unknown || !Truth.unknown) == .unknown)
    #expect((Truth.unknown && !Truth.unknown) == .unknown)
  }

  @Test func unknownNeverChangesWhatTheOthersDecide() {
    #expect(Truth.all([.unknown, .false]) == .false)
    #expect(Truth.any([.unknown, .true]) == .true)
    #expect(Truth.all([.unknown, .true]) == .unknown)
    #expect(Truth.any([.unknown, .false]) == .unknown)
    #expect(Truth.all([]) == .true)
    #expect(Truth.any([]) == .false)
  }

  /// The law behind M2: what is said with an unknown is said for each value it could have.
  @Test func connectivesAreMonotoneInKnowledge() {
    for left in Truth.allCases {
      for known in [Truth.false, .true] {
        if (left && .unknown) != .unknown { #expect((left && known) == (left && .unknown)) }
        if (left || .unknown) != .unknown { #expect((left || known) == (left || .unknown)) }
      }
    }
  }
}
