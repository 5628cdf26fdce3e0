import { describe, expect, it } from 'vitest'
import { BandRuns } from './jpeg-band-runs'

const WIDTH = 1000
/** Runs of two blocks, one empty block between them and the next, as an encoder that joins all it can writes them. */
function join(runs: BandRuns, count: number, from = 1): number {
  let block = from
  for (let i = 0; i < count; i++, block += 3) expect(runs.accept(block, 2, true)).toBe(true)
  return block
}
/** As many runs of one block each, one behind the other. */
const split = (runs: BandRuns, from: number, count: number): boolean[] =>
  Array.from({ length: count }, (_, i) => runs.accept(from + i, 1, true))
function begun(width = WIDTH): BandRuns {
  const runs = new BandRuns()
  runs.begin(width)
  return runs
}

describe('runs of bands behind one another', () => {
  it('are damage, the fourth time, where a hundred were joined before', () => {
    const runs = begun()
    expect(split(runs, join(runs, 100), 6)).toEqual([true, true, true, true, false, false])
  })
  it('are an encoder’s way where they begin early', () => {
    const runs = begun()
    const block = join(runs, 99)
    expect(split(runs, block, 9)).not.toContain(false)
    expect(split(runs, join(runs, 200, block + 20), 9)).not.toContain(false)
  })
  it('are none where the second begins behind coefficients, or elsewhere', () => {
    const runs = begun()
    const block = join(runs, 100)
    for (let i = 0; i < 9; i++) expect(runs.accept(block + i, 1, false)).toBe(true)
    for (let i = 0; i < 9; i++) expect(runs.accept(block + 20 + 2 * i, 1, true)).toBe(true)
  })
  it('are sound at the begin of a row and of an interval', () => {
    const rows = begun(1)
    expect(split(rows, join(rows, 100), 9)).not.toContain(false)
    const intervals = begun()
    const block = join(intervals, 100)
    for (let i = 0; i < 9; i++) {
      intervals.begin(WIDTH)
      expect(intervals.accept(block + i, 1, true)).toBe(true)
    }
  })
  it('are sound behind a run that was as long as some encoders allow', () => {
    for (const [length, bits, sound] of [
      [256, 0, true],
      [255, 0, false],
      [1, 900, true],
      [1, 899, false],
    ] as const) {
      const runs = begun()
      let block = join(runs, 100)
      const accepted = Array.from({ length: 9 }, () => {
        // Never at the begin of a row.
        if (block % WIDTH === 0) block++
        const accepts = runs.accept(block, length, true)
        runs.bits = bits
        block += length
        return accepts
      })
      expect(!accepted.includes(false), `${length} blocks, ${bits} bits`).toBe(sound)
    }
  })
})
