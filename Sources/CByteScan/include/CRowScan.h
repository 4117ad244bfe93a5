// Scans of columns, sixteen rows at a time where the processor can.
//
// In C, because numbers of eight bytes become truths of one, for which compilers that find out by
// themselves how to do many at a time take five times the instructions. Truths are bytes: 2 where it
// is so, and 0 where it is not.
#ifndef CISPOL_ROW_SCAN_H
#define CISPOL_ROW_SCAN_H

#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#if defined(__SSE2__)
#define ROW_SCAN_PART static inline __attribute__((always_inline))

/// Four numbers of eight bytes, in halves, because only those can be compared; the lower ones are
/// moved so that comparing them as signed numbers orders them.
typedef struct {
  __m128i upper;
  __m128i lower;
} row_scan_four;

/// Returns the four numbers at `numbers`.
ROW_SCAN_PART row_scan_four row_scan_load(const int64_t *numbers) {
  __m128 first = _mm_castsi128_ps(_mm_loadu_si128((const __m128i *)numbers));
  __m128 second = _mm_castsi128_ps(_mm_loadu_si128((const __m128i *)(numbers + 2)));
  row_scan_four four;
  four.upper = _mm_castps_si128(_mm_shuffle_ps(first, second, _MM_SHUFFLE(3, 1, 3, 1)));
  four.lower = _mm_xor_si128(
      _mm_castps_si128(_mm_shuffle_ps(first, second, _MM_SHUFFLE(2, 0, 2, 0))),
      _mm_set1_epi32(INT32_MIN));
  return four;
}

/// Returns the number four times.
ROW_SCAN_PART row_scan_four row_scan_repeat(int64_t number) {
  row_scan_four four;
  four.upper = _mm_set1_epi32((int32_t)(number >> 32));
  four.lower = _mm_xor_si128(_mm_set1_epi32((int32_t)number), _mm_set1_epi32(INT32_MIN));
  return four;
}

/// Returns all ones where the number of `left` is greater.
ROW_SCAN_PART __m128i row_scan_is_greater(row_scan_four left, row_scan_four right) {
  __m128i lower = _mm_and_si128(
      _mm_cmpeq_epi32(left.upper, right.upper), _mm_cmpgt_epi32(left.lower, right.lower));
  return _mm_or_si128(_mm_cmpgt_epi32(left.upper, right.upper), lower);
}

/// Returns all ones where both numbers are equal.
ROW_SCAN_PART __m128i row_scan_is_same(row_scan_four left, row_scan_four right) {
  return _mm_and_si128(
      _mm_cmpeq_epi32(left.upper, right.upper), _mm_cmpeq_epi32(left.lower, right.lower));
}

/// Returns the four numbers of four bytes at `numbers`.
ROW_SCAN_PART __m128i row_scan_load_ids(const uint32_t *numbers) {
  return _mm_loadu_si128((const __m128i *)numbers);
}

/// Writes the truths of sixteen rows, of which each is all ones or none.
ROW_SCAN_PART void row_scan_write(const __m128i *masks, uint8_t *result) {
  __m128i bytes = _mm_packs_epi16(
      _mm_packs_epi32(masks[0], masks[1]), _mm_packs_epi32(masks[2], masks[3]));
  _mm_storeu_si128((__m128i *)result, _mm_and_si128(bytes, _mm_set1_epi8(2)));
}

/// Goes on with `row` while there are sixteen rows, of which `mask` says what is so of four, and `at`
/// which is the first of these.
#define ROW_SCAN_SIXTEENS(mask) \
  for (; count - row >= 16; row += 16) { \
    __m128i masks[4]; \
    for (size_t part = 0; part < 4; part += 1) { \
      const size_t at = row + 4 * part; \
      masks[part] = (mask); \
    } \
    row_scan_write(masks, result + row); \
  }
#else
#define ROW_SCAN_SIXTEENS(mask)
#endif

/// Writes which of the `count` numbers are less than `bound`.
static inline void row_scan_less(
    const int64_t *numbers, int64_t bound, size_t count, uint8_t *result) {
  size_t row = 0;
  ROW_SCAN_SIXTEENS(row_scan_is_greater(row_scan_repeat(bound), row_scan_load(numbers + at)))
  for (; row < count; row += 1) result[row] = numbers[row] < bound ? 2 : 0;
}

/// Writes which of the `count` numbers are greater than `bound`.
static inline void row_scan_greater(
    const int64_t *numbers, int64_t bound, size_t count, uint8_t *result) {
  size_t row = 0;
  ROW_SCAN_SIXTEENS(row_scan_is_greater(row_scan_load(numbers + at), row_scan_repeat(bound)))
  for (; row < count; row += 1) result[row] = numbers[row] > bound ? 2 : 0;
}

/// Writes which of the `count` numbers are `number`.
static inline void row_scan_equal(
    const int64_t *numbers, int64_t number, size_t count, uint8_t *result) {
  size_t row = 0;
  ROW_SCAN_SIXTEENS(row_scan_is_same(row_scan_load(numbers + at), row_scan_repeat(number)))
  for (; row < count; row += 1) result[row] = numbers[row] == number ? 2 : 0;
}

/// Writes which of the `count` numbers are greater than that of the same row in `others`.
static inline void row_scan_greater_rows(
    const int64_t *numbers, const int64_t *others, size_t count, uint8_t *result) {
  size_t row = 0;
  ROW_SCAN_SIXTEENS(row_scan_is_greater(row_scan_load(numbers + at), row_scan_load(others + at)))
  for (; row < count; row += 1) result[row] = numbers[row] > others[row] ? 2 : 0;
}

/// Writes which of the `count` numbers are that of the same row in `others`.
static inline void row_scan_equal_rows(
    const int64_t *numbers, const int64_t *others, size_t count, uint8_t *result) {
  size_t row = 0;
  ROW_SCAN_SIXTEENS(row_scan_is_same(row_scan_load(numbers + at), row_scan_load(others + at)))
  for (; row < count; row += 1) result[row] = numbers[row] == others[row] ? 2 : 0;
}

/// Writes which of the `count` numbers of four bytes are `number`.
static inline void row_scan_equal_ids(
    const uint32_t *numbers, uint32_t number, size_t count, uint8_t *result) {
  size_t row = 0;
  ROW_SCAN_SIXTEENS(
      _mm_cmpeq_epi32(row_scan_load_ids(numbers + at), _mm_set1_epi32((int32_t)number)))
  for (; row < count; row += 1) result[row] = numbers[row] == number ? 2 : 0;
}

/// Writes which of the `count` numbers of four bytes are that of the same row in `others`.
static inline void row_scan_equal_id_rows(
    const uint32_t *numbers, const uint32_t *others, size_t count, uint8_t *result) {
  size_t row = 0;
  ROW_SCAN_SIXTEENS(
      _mm_cmpeq_epi32(row_scan_load_ids(numbers + at), row_scan_load_ids(others + at)))
  for (; row < count; row += 1) result[row] = numbers[row] == others[row] ? 2 : 0;
}

/// Returns how many of the `count` bytes are `byte`.
static inline size_t row_scan_tally(const uint8_t *bytes, uint8_t byte, size_t count) {
  size_t row = 0;
  size_t total = 0;
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi8((char)byte);
  const __m128i zero = _mm_setzero_si128();
  __m128i sums = zero;
  while (count - row >= 16) {
    // A byte counts up to 255.
    size_t sixteens = (count - row) / 16;
    size_t end = row + 16 * (sixteens > 255 ? 255 : sixteens);
    __m128i tallies = zero;
    for (; row < end; row += 16) {
      __m128i found = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(bytes + row)), wanted);
      tallies = _mm_sub_epi8(tallies, found);
    }
    sums = _mm_add_epi64(sums, _mm_sad_epu8(tallies, zero));
  }
  uint64_t halves[2];
  _mm_storeu_si128((__m128i *)halves, sums);
  total = (size_t)(halves[0] + halves[1]);
#endif
  for (; row < count; row += 1) total += bytes[row] == byte;
  return total;
}

#endif
