/** A component of a JPEG's frame (ITU-T T.81 B.2.2). */
export interface FrameComponent {
  readonly id: number
  readonly horizontal: number
  readonly vertical: number
  readonly quantisation: number
  /** Blocks of a scan that holds this component alone (A.2.2). */
  readonly blocks: number
  /** Blocks in a row of such a scan. */
  readonly width: number
  /** By coefficient: the bit down to which scans have given it; -1 where none has. */
  readonly precision: Int8Array
  /** Two words a block, a bit for each coefficient known not to be zero; made by the first scan that needs it. */
  nonZero: Uint32Array | null
}

export interface Frame {
  readonly progressive: boolean
  readonly components: readonly FrameComponent[]
  /** MCUs of a scan that holds several components (A.2.3). */
  readonly mcus: number
  /** Blocks of all components. */
  readonly blocks: number
}

/** Processes whose data are walked: baseline, extended sequential and progressive, all with Huffman codes. */
const WALKED_FRAMES = new Set([0xc0, 0xc1, 0xc2])

/** Blocks along a side, of a component with one sampling factor in a frame whose largest is another (A.1.1, A.2.2). */
const countBlocks = (side: number, factor: number, largest: number): number =>
  Math.ceil(Math.ceil((side * factor) / largest) / 8)

/** 'unsupported' for lossless, hierarchical, arithmetic and other than eight-bit frames; null where it is broken. */
export function readFrame(marker: number, payload: Uint8Array): Frame | 'unsupported' | null {
  if (!WALKED_FRAMES.has(marker) || payload[0] !== 8) return 'unsupported'
  const count = payload[5] ?? 0
  if (payload.length < 6 + 3 * count || count < 1 || count > 4) return null
  const height = (payload[1]! << 8) | payload[2]!
  const width = (payload[3]! << 8) | payload[4]!
  const stated = Array.from({ length: count }, (_, i) => payload.subarray(6 + 3 * i, 9 + 3 * i))
  const horizontals = stated.map(part => part[1]! >> 4)
  const verticals = stated.map(part => part[1]! & 15)
  if (!width || !height || [...horizontals, ...verticals].some(factor => factor < 1 || factor > 4)) return null
  const widest = Math.max(...horizontals)
  const highest = Math.max(...verticals)
  const components = stated.map((part, i) => ({
    id: part[0]!,
    horizontal: horizontals[i]!,
    vertical: verticals[i]!,
    quantisation: part[2]!,
    blocks: countBlocks(width, horizontals[i]!, widest) * countBlocks(height, verticals[i]!, highest),
    width: countBlocks(width, horizontals[i]!, widest),
    precision: new Int8Array(64).fill(-1),
    nonZero: null,
  }))
  return {
    progressive: marker === 0xc2,
    components,
    mcus: Math.ceil(width / (8 * widest)) * Math.ceil(height / (8 * highest)),
    blocks: components.reduce((sum, { blocks }) => sum + blocks, 0),
  }
}
