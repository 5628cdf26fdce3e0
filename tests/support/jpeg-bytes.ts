/** A marker segment with its length (ITU-T T.81 B.1.1.4). */
export const segment = (marker: number, payload: readonly number[]): number[] => [
  0xff,
  marker,
  (payload.length + 2) >> 8,
  (payload.length + 2) & 0xff,
  ...payload,
]

/** Entropy-coded data from ones and zeros, blanks ignored: padded with ones and stuffed (B.1.1.5, F.1.2.3). */
export function codedBits(text: string): number[] {
  const bits = text.replace(/\s/g, '')
  const bytes = (bits.padEnd(Math.ceil(bits.length / 8) * 8, '1').match(/.{8}/g) ?? []).map(part => parseInt(part, 2))
  return bytes.flatMap(byte => (byte === 0xff ? [0xff, 0] : [byte]))
}

export interface FrameOptions {
  readonly marker?: number
  readonly width?: number
  readonly height?: number
  readonly precision?: number
  /** Sampling factors of each component, as written: 0x22 is 2x2. */
  readonly sampling?: readonly number[]
}

export const frameHeader = (options: FrameOptions = {}): number[] => {
  const { marker = 0xc0, width = 16, height = 16, precision = 8, sampling = [0x11] } = options
  return segment(marker, [
    precision,
    height >> 8,
    height & 0xff,
    width >> 8,
    width & 0xff,
    sampling.length,
    ...sampling.flatMap((factors, i) => [i + 1, factors, 0]),
  ])
}

/** A Huffman table from how many codes there are of each length, from one bit on, and their symbols. */
export const huffmanTable = (key: number, counts: readonly number[], symbols: readonly number[]): number[] =>
  segment(0xc4, [key, ...counts, ...Array<number>(16 - counts.length).fill(0), ...symbols])

export interface ScanOptions {
  readonly components?: readonly number[]
  /** First and last coefficient. */
  readonly band?: readonly [number, number]
  /** High << 4 | low bit (B.2.3). */
  readonly approximation?: number
}

/** All components take the tables 0. */
export const scanHeader = ({ components = [1], band = [0, 63], approximation = 0 }: ScanOptions = {}): number[] =>
  segment(0xda, [components.length, ...components.flatMap(id => [id, 0]), ...band, approximation])

/** The quantisation table 0, all steps alike. */
export const evenQuantisation = (step: number): number[] => segment(0xdb, [0, ...Array<number>(64).fill(step)])

export const END_OF_IMAGE = [0xff, 0xd9]

export const jpegOf = (...parts: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([0xff, 0xd8, ...parts.flat()])
