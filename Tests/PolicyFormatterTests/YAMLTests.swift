import PolicyParser
import Testing

struct YAMLTests {
  private func format(_ text: String) -> String {
    Formatting(Array(text.utf8), isYAML: true).text
  }

  @Test
  func blanksInExpressionsAreCanonical() {
    let text = """
      # kept
      rules:
        - rule: r   # kept too
          for:   b in aws.s3.Bucket
          where: b.x==1   and (b.y)<2
          let: {a:  'b.z+1'}
          require:
            - "b.c [0]  in [1,2 , 3]"
            - require: >-
                b.c   == 1
              else: "{b.name}  is odd"
            - b.d   ==
              2
      """
    #expect(
      format(text) == """
        # kept
        rules:
          - rule: r   # kept too
            for:   b in aws.s3.Bucket
            where: b.x == 1 and b.y < 2
            let: {a:  'b.z + 1'}
            require:
              - "b.c[0] in [1, 2, 3]"
              - require: >-
                  b.c == 1
                else: "{b.name}  is odd"
              - b.d   ==
                2
        """)
    #expect(Formatting(Array(format(text).utf8), isYAML: true).isUnchanged)
  }

  @Test
  func blanksInTestsAreCanonical() {
    let text = """
      tests:
        - test: r
          with: {most:   1+2}
          cases:
            - case: "{size}  is"
              for: [size]
              let:
                box: a.Box{size:size}
              fixtures:
                - 'a.Box {  color : Red }'
              rows:
                - {size: 3 *4, expect: fail   because "x"}
              expect: box   pass
      """
    let formatting = Formatting(Array(text.utf8), isYAML: true, holding: .tests)
    #expect(
      formatting.text == """
        tests:
          - test: r
            with: {most:   1 + 2}
            cases:
              - case: "{size}  is"
                for: [size]
                let:
                  box: a.Box{size:size}
                fixtures:
                  - 'a.Box { color: Red }'
                rows:
                  - {size: 3 * 4, expect: fail   because "x"}
                expect: box   pass
        """)
  }

  @Test
  func whatYAMLWouldReadDifferentlyIsNotTouched() {
    let text = """
      rules:
        - rule: r
          for: b in aws.s3.Bucket
          where: any x in b.xs:x==1
          require: "b.a == \\"x\\"  or b.c"

      """
    #expect(format(text) == text)
  }
}
