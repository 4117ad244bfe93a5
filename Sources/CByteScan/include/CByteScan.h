// Scans of bytes, sixteen at a time where the processor can.
//
// In C, because the mask of a vector comparison has no name in Swift's standard library, and inline,
// because most texts are shorter than a call.
#ifndef CISPOL_BYTE_SCAN_H
#define CISPOL_BYTE_SCAN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Marks scans of mostly short texts, for which a call would be a good part of what they cost.
#define BYTE_SCAN_SHORT static inline __attribute__((always_inline))

/// Returns 1 for a byte that a JSON string does not hold as it is, or that is not ASCII.
static inline int byte_scan_is_special(uint8_t byte) {
  return byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\';
}

/// Returns the offset of the first byte of `text`, from `start` on and before `end`, that is a quote,
/// a backslash, a control character or not ASCII; `end` when there is none.
BYTE_SCAN_SHORT size_t byte_scan_special(const uint8_t *text, size_t start, size_t end) {
#if defined(__SSE2__)
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i backslash = _mm_set1_epi8('\\');
  const __m128i space = _mm_set1_epi8(0x20);
  while (end - start >= 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(text + start));
    // Compared as signed numbers, what is not ASCII is below the space as well.
    __m128i found = _mm_or_si128(
        _mm_cmplt_epi8(bytes, space),
        _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash)));
    int mask = _mm_movemask_epi8(found);
    if (mask != 0) return start + (size_t)__builtin_ctz((unsigned)mask);
    start += 16;
  }
#endif
  while (start < end && !byte_scan_is_special(text[start])) start += 1;
  return start;
}

/// Returns the offset of the first byte of `text`, from `start` on and before `end`, that is not
/// ASCII; `end` when there is none.
static inline size_t byte_scan_not_ascii(const uint8_t *text, size_t start, size_t end) {
#if defined(__SSE2__)
  while (end - start >= 64) {
    const __m128i *parts = (const __m128i *)(text + start);
    __m128i first = _mm_or_si128(_mm_loadu_si128(parts), _mm_loadu_si128(parts + 1));
    __m128i second = _mm_or_si128(_mm_loadu_si128(parts + 2), _mm_loadu_si128(parts + 3));
    if (_mm_movemask_epi8(_mm_or_si128(first, second)) != 0) break;
    start += 64;
  }
#endif
  while (end - start >= 8) {
    uint64_t word;
    memcpy(&word, text + start, 8);
    if ((word & 0x8080808080808080ULL) != 0) break;
    start += 8;
  }
  while (start < end && text[start] < 0x80) start += 1;
  return start;
}

/// Returns the offset of the first line feed of `text`, from `start` on and before `end`; `end` when
/// there is none.
static inline size_t byte_scan_line_feed(const uint8_t *text, size_t start, size_t end) {
  const void *found = start < end ? memchr(text + start, '\n', end - start) : NULL;
  return found == NULL ? end : (size_t)((const uint8_t *)found - text);
}

/// Returns the offset past the last line feed of `text` from `start` on and before `end`; `start`
/// when there is none.
static inline size_t byte_scan_last_line(const uint8_t *text, size_t start, size_t end) {
  while (end > start && text[end - 1] != '\n') end -= 1;
  return end;
}

/// Returns the offset of the first `byte` of `text` from `start` on and before `end`; `end` when there
/// is none.
static inline size_t byte_scan_find(
    uint8_t byte, const uint8_t *text, size_t start, size_t end) {
  const void *found = start < end ? memchr(text + start, byte, end - start) : NULL;
  return found == NULL ? end : (size_t)((const uint8_t *)found - text);
}

/// Copies the bytes of `text` from `start` on, up to the first `byte` before `end`, to `target`, which has
/// room for all up to `end`, and returns how many there are.
static inline size_t byte_scan_copy(
    uint8_t byte, const uint8_t *text, size_t start, size_t end, uint8_t *target) {
  size_t position = start;
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi8((char)byte);
  while (end - position >= 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(text + position));
    // What is copied too much is written over, or past what is told of.
    _mm_storeu_si128((__m128i *)(target + (position - start)), bytes);
    int mask = _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, wanted));
    if (mask != 0) return position + (size_t)__builtin_ctz((unsigned)mask) - start;
    position += 16;
  }
#endif
  while (position < end && text[position] != byte) {
    target[position - start] = text[position];
    position += 1;
  }
  return position - start;
}

/// Asks the processor to fetch the `count` bytes at `place`, which will be read soon.
BYTE_SCAN_SHORT void byte_scan_fetch(const void *place, size_t count) {
  for (size_t offset = 0; offset < count; offset += 64) {
    __builtin_prefetch((const uint8_t *)place + offset);
  }
}

/// Returns the number of line feeds of `text` from `start` on and before `end`.
static inline size_t byte_scan_count_line_feeds(const uint8_t *text, size_t start, size_t end) {
  size_t count = 0;
  for (size_t index = start; index < end; index += 1) count += text[index] == '\n';
  return count;
}

/// Returns the offset of the first line feed or carriage return of `text`, from `start` on and before
/// `end`; `end` when there is none.
static inline size_t byte_scan_line_break(const uint8_t *text, size_t start, size_t end) {
#if defined(__SSE2__)
  const __m128i feed = _mm_set1_epi8('\n');
  const __m128i carriage = _mm_set1_epi8('\r');
  // Of long lines most bytes are above both.
  while (end - start >= 64) {
    const __m128i *parts = (const __m128i *)(text + start);
    __m128i first = _mm_min_epu8(_mm_loadu_si128(parts), _mm_loadu_si128(parts + 1));
    __m128i second = _mm_min_epu8(_mm_loadu_si128(parts + 2), _mm_loadu_si128(parts + 3));
    __m128i least = _mm_min_epu8(first, second);
    if (_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(least, carriage), least)) != 0) break;
    start += 64;
  }
  while (end - start >= 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(text + start));
    __m128i found = _mm_or_si128(_mm_cmpeq_epi8(bytes, feed), _mm_cmpeq_epi8(bytes, carriage));
    int mask = _mm_movemask_epi8(found);
    if (mask != 0) return start + (size_t)__builtin_ctz((unsigned)mask);
    start += 16;
  }
#endif
  while (start < end && text[start] != '\n' && text[start] != '\r') start += 1;
  return start;
}

/// Returns 1 for a byte that continues a word: a letter or digit of ASCII, or an underscore.
static inline int byte_scan_is_word(uint8_t byte) {
  uint8_t letter = byte | 0x20;
  return (letter >= 'a' && letter <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
}

/// Returns the offset of the first byte of `text`, from `start` on and before `end`, that continues no
/// word; `end` when there is none.
static inline size_t byte_scan_word_end(const uint8_t *text, size_t start, size_t end) {
#if defined(__SSE2__)
  while (end - start >= 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(text + start));
    // Compared as signed numbers, what is not ASCII is below all of these.
    __m128i letter = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    __m128i isLetter = _mm_and_si128(
        _mm_cmpgt_epi8(letter, _mm_set1_epi8('a' - 1)),
        _mm_cmplt_epi8(letter, _mm_set1_epi8('z' + 1)));
    __m128i isDigit = _mm_and_si128(
        _mm_cmpgt_epi8(bytes, _mm_set1_epi8('0' - 1)),
        _mm_cmplt_epi8(bytes, _mm_set1_epi8('9' + 1)));
    __m128i isLine = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('_'));
    int mask = _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(isLetter, isDigit), isLine));
    if (mask != 0xFFFF) return start + (size_t)__builtin_ctz(~(unsigned)mask);
    start += 16;
  }
#endif
  while (start < end && byte_scan_is_word(text[start])) start += 1;
  return start;
}

/// Returns the offset of the first byte of `text`, from `start` on and before `end`, that is no space;
/// `end` when there is none.
static inline size_t byte_scan_not_space(const uint8_t *text, size_t start, size_t end) {
#if defined(__SSE2__)
  const __m128i space = _mm_set1_epi8(' ');
  while (end - start >= 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(text + start));
    int mask = _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, space));
    if (mask != 0xFFFF) return start + (size_t)__builtin_ctz(~(unsigned)mask);
    start += 16;
  }
#endif
  while (start < end && text[start] == ' ') start += 1;
  return start;
}

/// Returns the offset of the first byte of `text`, from `start` on and before `end`, that may end a
/// piece of a string of a policy: a quote, a brace that opens, a backslash or a line break; `end` when
/// there is none.
static inline size_t byte_scan_string_piece(const uint8_t *text, size_t start, size_t end) {
#if defined(__SSE2__)
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i brace = _mm_set1_epi8('{');
  const __m128i backslash = _mm_set1_epi8('\\');
  const __m128i feed = _mm_set1_epi8('\n');
  const __m128i carriage = _mm_set1_epi8('\r');
  while (end - start >= 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(text + start));
    __m128i breaks = _mm_or_si128(_mm_cmpeq_epi8(bytes, feed), _mm_cmpeq_epi8(bytes, carriage));
    __m128i marks = _mm_or_si128(
        _mm_cmpeq_epi8(bytes, quote),
        _mm_or_si128(_mm_cmpeq_epi8(bytes, brace), _mm_cmpeq_epi8(bytes, backslash)));
    int mask = _mm_movemask_epi8(_mm_or_si128(breaks, marks));
    if (mask != 0) return start + (size_t)__builtin_ctz((unsigned)mask);
    start += 16;
  }
#endif
  while (start < end && text[start] != '"' && text[start] != '{' && text[start] != '\\'
         && text[start] != '\n' && text[start] != '\r') {
    start += 1;
  }
  return start;
}

/// Returns the offset of the first byte of `text`, from `start` on and before `end`, that is no line
/// feed and not printable in ASCII; `end` when there is none.
static inline size_t byte_scan_unprintable(const uint8_t *text, size_t start, size_t end) {
#if defined(__SSE2__)
  const __m128i feed = _mm_set1_epi8('\n');
  const __m128i space = _mm_set1_epi8(0x20);
  const __m128i deletion = _mm_set1_epi8(0x7F);
  while (end - start >= 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(text + start));
    // Compared as signed numbers, what is not ASCII is below the space as well.
    __m128i low = _mm_andnot_si128(_mm_cmpeq_epi8(bytes, feed), _mm_cmplt_epi8(bytes, space));
    int mask = _mm_movemask_epi8(_mm_or_si128(low, _mm_cmpeq_epi8(bytes, deletion)));
    if (mask != 0) return start + (size_t)__builtin_ctz((unsigned)mask);
    start += 16;
  }
#endif
  while (start < end && (text[start] == '\n' || (text[start] >= 0x20 && text[start] < 0x7F))) {
    start += 1;
  }
  return start;
}

/// Returns the number of characters of `text`, well-formed UTF-8, from `start` on and before `end`:
/// of bytes that continue none.
static inline size_t byte_scan_count_characters(const uint8_t *text, size_t start, size_t end) {
  size_t count = 0;
#if defined(__SSE2__)
  const __m128i zero = _mm_setzero_si128();
  // Compared as signed numbers, all bytes that continue a character are below this one.
  const __m128i last = _mm_set1_epi8((char)0xBF);
  __m128i sums = zero;
  while (end - start >= 64) {
    const __m128i *parts = (const __m128i *)(text + start);
    // Of true comparisons, which are -1 each.
    __m128i first = _mm_add_epi8(
        _mm_cmpgt_epi8(_mm_loadu_si128(parts), last),
        _mm_cmpgt_epi8(_mm_loadu_si128(parts + 1), last));
    __m128i second = _mm_add_epi8(
        _mm_cmpgt_epi8(_mm_loadu_si128(parts + 2), last),
        _mm_cmpgt_epi8(_mm_loadu_si128(parts + 3), last));
    __m128i ones = _mm_sub_epi8(zero, _mm_add_epi8(first, second));
    sums = _mm_add_epi64(sums, _mm_sad_epu8(ones, zero));
    start += 64;
  }
  while (end - start >= 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(text + start));
    __m128i ones = _mm_sub_epi8(zero, _mm_cmpgt_epi8(bytes, last));
    sums = _mm_add_epi64(sums, _mm_sad_epu8(ones, zero));
    start += 16;
  }
  uint64_t halves[2];
  _mm_storeu_si128((__m128i *)halves, sums);
  count = (size_t)(halves[0] + halves[1]);
#endif
  for (; start < end; start += 1) count += (text[start] & 0xC0) != 0x80;
  return count;
}

/// Returns a number for `count` bytes at `text`, equal for equal bytes.
///
/// It looks at the ends only: enough to tell names apart, and quick. Who wants collisions gets them.
static inline uint32_t byte_scan_digest(const uint8_t *text, size_t count) {
  uint64_t first = 0, last = 0;
  if (count >= 8) {
    memcpy(&first, text, 8);
    memcpy(&last, text + count - 8, 8);
  } else if (count >= 4) {
    memcpy(&first, text, 4);
    memcpy(&last, text + count - 4, 4);
  } else if (count > 0) {
    first = (uint64_t)text[0] | (uint64_t)text[count / 2] << 8 | (uint64_t)text[count - 1] << 16;
  }
  uint64_t mixed = (first ^ count << 56) * 0x9E3779B97F4A7C15ULL ^ last * 0xC2B2AE3D27D4EB4FULL;
  return (uint32_t)((mixed ^ mixed >> 32) * 0x9FB21C651E98DF25ULL >> 35);
}

/// Returns a number below, at or above zero as the `count` bytes at `left` come before, are, or come
/// after those at `right`.
static inline int byte_scan_order(const uint8_t *left, const uint8_t *right, size_t count) {
  return count == 0 ? 0 : memcmp(left, right, count);
}

/// Returns 1 iff the `count` bytes at both places are equal.
///
/// The last word overlaps the one before, so that no byte is looked at alone.
BYTE_SCAN_SHORT int byte_scan_is_equal(const uint8_t *left, const uint8_t *right, size_t count) {
  if (count >= 8) {
    uint64_t a, b;
    for (size_t index = 0; index + 8 < count; index += 8) {
      memcpy(&a, left + index, 8);
      memcpy(&b, right + index, 8);
      if (a != b) return 0;
    }
    memcpy(&a, left + count - 8, 8);
    memcpy(&b, right + count - 8, 8);
    return a == b;
  }
  if (count >= 4) {
    uint32_t a, b, c, d;
    memcpy(&a, left, 4);
    memcpy(&b, right, 4);
    memcpy(&c, left + count - 4, 4);
    memcpy(&d, right + count - 4, 4);
    return ((a ^ b) | (c ^ d)) == 0;
  }
  if (count == 0) return 1;
  return left[0] == right[0] && left[count / 2] == right[count / 2]
      && left[count - 1] == right[count - 1];
}

/// Returns a hash of the `count` bytes at `text`, of which the same bytes have the same.
///
/// It multiplies words and folds the halves, which is fast; a source that makes texts collide on
/// purpose can slow down the reading of itself only.
static inline uint32_t byte_scan_hash(const uint8_t *text, size_t count) {
  const uint64_t factor = 0xA0761D6478BD642FULL;
  uint64_t hash = 0x9E3779B97F4A7C15ULL ^ count;
  uint64_t word = 0;
  if (count >= 8) {
    for (size_t index = 0; index + 8 < count; index += 8) {
      memcpy(&word, text + index, 8);
      unsigned __int128 product = (unsigned __int128)(hash ^ word) * factor;
      hash = (uint64_t)product ^ (uint64_t)(product >> 64);
    }
    memcpy(&word, text + count - 8, 8);
  } else if (count >= 4) {
    uint32_t first, last;
    memcpy(&first, text, 4);
    memcpy(&last, text + count - 4, 4);
    word = (uint64_t)first | (uint64_t)last << 32;
  } else if (count > 0) {
    word = (uint64_t)text[0] | (uint64_t)text[count / 2] << 8 | (uint64_t)text[count - 1] << 16;
  }
  unsigned __int128 product = (unsigned __int128)(hash ^ word) * factor;
  hash = (uint64_t)product ^ (uint64_t)(product >> 64);
  return (uint32_t)(hash ^ hash >> 32);
}

/// Returns the four bytes at `text` as a number, lowest first.
static inline uint32_t byte_scan_word(const uint8_t *text) {
  return (uint32_t)text[0] | (uint32_t)text[1] << 8 | (uint32_t)text[2] << 16
      | (uint32_t)text[3] << 24;
}

#endif
