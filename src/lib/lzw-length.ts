/** What decompressing gives, without the pixels themselves. */
export interface LzwLength {
  /** How many values the codes before the first fault stand for. */
  readonly values: number
  /** Whether the end code was reached, or all of `expected`, without a code that means nothing. */
  readonly whole: boolean
}

const MAX_CODE_BITS = 12

/** Counts the values in LZW data as GIF has them (GIF89a, appendix F): the length of each string is enough for it. */
export function measureLzw(data: Uint8Array, minimumBits: number, expected: number): LzwLength {
  const clear = 1 << minimumBits
  const lengths = new Uint32Array(1 << MAX_CODE_BITS)
  lengths.fill(1, 0, clear)
  let [next, bits, previous, values] = [clear + 2, minimumBits + 1, -1, 0]
  let [buffer, held] = [0, 0]
  for (let at = 0; ;) {
    for (; held < bits; held += 8) {
      if (at >= data.length) return { values, whole: values === expected }
      buffer |= data[at++]! << held
    }
    const code = buffer & ((1 << bits) - 1)
    buffer >>>= bits
    held -= bits
    if (code === clear + 1) return { values, whole: values === expected }
    if (code === clear) {
      ;[next, bits, previous] = [clear + 2, minimumBits + 1, -1]
      continue
    }
    // The newest code may be used at once: its string is the previous one and its own first value.
    if (code > next || (code === next && previous < 0)) return { values, whole: false }
    if (previous >= 0 && next < lengths.length) lengths[next++] = lengths[previous]! + 1
    if (code >= next) return { values, whole: false }
    if (next === 1 << bits && bits < MAX_CODE_BITS) bits++
    values += lengths[code]!
    previous = code
    if (values > expected) return { values, whole: false }
  }
}
