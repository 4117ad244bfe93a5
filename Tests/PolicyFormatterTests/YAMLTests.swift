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
