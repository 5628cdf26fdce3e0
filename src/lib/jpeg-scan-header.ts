import type { BandRuns } from './jpeg-band-runs'
import type { Frame, FrameComponent } from './jpeg-frame'
import type { HuffmanTable } from './jpeg-huffman'
import type { Scan, ScanComponent } from './jpeg-scan'

/** Tables, and what earlier scans told, as they stand when a scan begins. */
export interface JpegTables {
  /** By class << 4 | destination, as in a DHT segment. */
  readonly huffman: (key: number) => HuffmanTable | null
  /** In zigzag order. */
  readonly quantisation: ReadonlyMap<number, readonly number[]>
  readonly runs: BandRuns
}

export interface ScanHeader extends Scan {
  readonly parts: readonly FrameComponent[]
  readonly high: number
  /** MCUs; of a single component each is one block (ITU-T T.81 A.2.2). */
  readonly mcus: number
}

/** null where the header contradicts the frame or names a table that isn't there. */
export function readScanHeader(payload: Uint8Array, frame: Frame, tables: JpegTables): ScanHeader | null {
  const count = payload[0] ?? 0
  if (count < 1 || count > 4 || payload.length < 4 + 2 * count) return null
  const [start, end, approximation] = payload.subarray(1 + 2 * count) as unknown as [number, number, number]
  // Sequential scans always hold everything, whatever some encoders write here (T.81 Table B.3).
  const band = frame.progressive
    ? { spectralStart: start, spectralEnd: end, high: approximation >> 4, low: approximation & 15 }
    : { spectralStart: 0, spectralEnd: 63, high: 0, low: 0 }
  if (frame.progressive && !isBand(band, count)) return null
  const parts: FrameComponent[] = []
  const order: ScanComponent[] = []
  for (let i = 0; i < count; i++) {
    const part = frame.components.find(({ id }) => id === payload[1 + 2 * i])
    if (!part || parts.includes(part)) return null
    const component = prepareComponent(part, { band, selector: payload[2 + 2 * i]!, tables })
    if (!hasTables(component, frame.progressive, band)) return null
    parts.push(part)
    for (let block = count === 1 ? 1 : part.horizontal * part.vertical; block > 0; block--) order.push(component)
  }
  const mcus = count === 1 ? parts[0]!.blocks : frame.mcus
  return { ...band, parts, order, mcus, width: parts[0]!.width, runs: tables.runs, blocks: 0, fault: null }
}

type Band = Pick<ScanHeader, 'spectralStart' | 'spectralEnd' | 'high' | 'low'>

/** DC coefficients have scans of their own, AC coefficients one for each component (G.1.1.1.1). */
const isBand = ({ spectralStart, spectralEnd, low }: Band, components: number): boolean =>
  spectralEnd <= 63 &&
  low <= 13 &&
  (spectralStart === 0 ? spectralEnd === 0 : spectralStart <= spectralEnd && components === 1)

const hasTables = ({ dc, ac }: ScanComponent, progressive: boolean, { spectralStart, high }: Band): boolean =>
  progressive ? (spectralStart > 0 ? ac !== null : high > 0 || dc !== null) : dc !== null && ac !== null

interface Selection {
  readonly band: Band
  readonly selector: number
  readonly tables: JpegTables
}

function prepareComponent(part: FrameComponent, { band, selector, tables }: Selection): ScanComponent {
  const steps = tables.quantisation.get(part.quantisation)
  const { spectralStart, low } = band
  // Only what later scans refine has to be remembered.
  if (spectralStart > 0 && low > 0) part.nonZero ??= new Uint32Array(2 * part.blocks)
  return {
    dc: tables.huffman(selector >> 4),
    ac: tables.huffman(0x10 | (selector & 15)),
    sizes: Uint8Array.from({ length: 64 }, (_, k) => findLargestSize(steps?.[k], low)),
    // Rounding down by the point transform adds what it leaves out (A.4).
    maxDc: findLargest(steps?.[0]) + (1 << low) - 1,
    nonZero: part.nonZero,
    prediction: 0,
  }
}

/**
 * Eight-bit samples, less 128, have DCT coefficients from -1024 to 1023 (A.3.3, F.1.1.4): quantised, no more than this,
 * and one step for rounding.
 */
const findLargest = (step: number | undefined): number => (step ? Math.floor(1024 / step) + 1 : 2048)

const findLargestSize = (step: number | undefined, low: number): number =>
  Math.max(1, 32 - Math.clz32(findLargest(step) >> low))
