/** Runs that were joined wherever they could be, before an encoder is taken for one that always does. */
const MIN_JOINED = 100
/** Blocks and bits from which an encoder may end a run early: libjpeg keeps at most 937 bits of one. */
const MAX_BLOCKS = 256
const MAX_BITS = 900
/** As many are damage. */
const MAX_UNJOINED = 4

/**
 * Watches how a progressive file counts blocks whose band holds nothing new (EOBn, ITU-T T.81 G.1.2.2). Encoders join
 * such blocks into one run. Data out of step begin a run behind a run by chance, every few blocks, and in refinement
 * scans often get into step again before the end, with the right number of blocks. An encoder that doesn't join runs,
 * or ends them with each row, is seen by that and left in peace.
 */
export class BandRuns {
  /** Bits that the last run took. */
  bits = 0
  #joined = 0
  #unjoined = 0
  #alwaysJoins = true
  #width = 0
  #end = -1
  #length = 0

  /** Begins an interval of a scan, whose rows are as many blocks wide. */
  begin(width: number): void {
    this.#width = width
    this.#end = -1
    this.bits = 0
  }

  /** Takes a run that begins in a block, in an empty one or behind coefficients; false where it can't be sound. */
  accept(block: number, length: number, inEmptyBlock: boolean): boolean {
    const follows = inEmptyBlock && block === this.#end && block % this.#width !== 0
    const mayFollow = this.#length >= MAX_BLOCKS || this.bits >= MAX_BITS
    this.#end = block + length
    this.#length = length
    if (length > 1) this.#joined++
    if (!follows || mayFollow) return true
    if (this.#joined < MIN_JOINED) this.#alwaysJoins = false
    return !this.#alwaysJoins || ++this.#unjoined < MAX_UNJOINED
  }
}
