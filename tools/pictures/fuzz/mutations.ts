import { crc32 } from 'node:zlib'
import { createRandom } from '../../../src/drawn/random'
import type { FuzzOriginal } from './originals'
import { listSegments, type Segment } from './segments'

export interface FuzzCase {
  /** ORIGINAL~MUTATION~SEED: makes the same file again. */
  readonly name: string
  readonly original: FuzzOriginal
  readonly mutation: string
  readonly bytes: Buffer
}

interface Workpiece {
  readonly bytes: Buffer
  readonly format: string
  readonly segments: readonly Segment[]
  /** Another file of the same format. */
  readonly other: Buffer
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
}

type Mutation = (piece: Workpiece) => Buffer

const SECTOR_BYTES = 512
const MAX_ADDED_BYTES = 500_000

/** Replaces the bytes from `from` to `to`. */
const splice = (bytes: Buffer, from: number, to: number, ...put: Uint8Array[]): Buffer =>
  Buffer.concat([bytes.subarray(0, from), ...put, bytes.subarray(to)])

const pick = <T>(items: readonly T[], below: Workpiece['below']): T => items[below(items.length)]!

/** Where one to eight sectors lie that a disk or a transfer spoiled. */
function pickSectors({ bytes, below }: Workpiece): { from: number; to: number } {
  const from = SECTOR_BYTES * below(Math.ceil(bytes.length / SECTOR_BYTES))
  return { from, to: Math.min(bytes.length, from + SECTOR_BYTES * (1 + below(8))) }
}

const overSectors =
  (fill: (piece: Workpiece, length: number) => Uint8Array): Mutation =>
  piece => {
    const { from, to } = pickSectors(piece)
    return splice(piece.bytes, from, to, fill(piece, to - from))
  }

const createNoise = ({ below }: Workpiece, length: number): Uint8Array => Uint8Array.from({ length }, () => below(256))

/**
 * What disks, memory cards and transfers do to a file. What is opened all the same must show the undamaged picture.
 */
const DAMAGES: Readonly<Record<string, Mutation>> = {
  cut: ({ bytes, below }) => bytes.subarray(0, below(bytes.length)),
  zeros: overSectors((_, length) => new Uint8Array(length)),
  'zeros-to-end': ({ bytes, below }) => Buffer.from(bytes).fill(0, below(bytes.length)),
  ones: overSectors((_, length) => new Uint8Array(length).fill(0xff)),
  noise: overSectors(createNoise),
  lost: overSectors(() => new Uint8Array(0)),
  elsewhere: overSectors(({ bytes, below }, length) => {
    const from = below(Math.max(1, bytes.length - length))
    return bytes.subarray(from, from + length)
  }),
  'other-file': overSectors(({ other, below }, length) => {
    const from = below(Math.max(1, other.length - length))
    return other.subarray(from, from + length)
  }),
  spliced: ({ bytes, other, below }) => {
    const at = below(Math.min(bytes.length, other.length))
    return splice(bytes, at, bytes.length, other.subarray(at))
  },
}

/** What programs and attackers write: may make a valid file of another picture. */
const FORGERIES: Readonly<Record<string, Mutation>> = {
  bits: piece => {
    const bytes = Buffer.from(piece.bytes)
    for (let left = 1 + piece.below(8); left > 0; left--) {
      const at = piece.below(bytes.length)
      bytes[at] = bytes[at]! ^ (1 << piece.below(8))
    }
    return bytes
  },
  'segment-left-out': ({ bytes, segments, below }) => {
    const { start, end } = pick(segments, below)
    return splice(bytes, start, end)
  },
  'segment-doubled': ({ bytes, segments, below }) => {
    const { start, end } = pick(segments, below)
    return splice(bytes, end, end, bytes.subarray(start, end))
  },
  'segments-swapped': ({ bytes, segments, below }) => {
    const [a, b] = [pick(segments, below), pick(segments, below)].sort((one, two) => one.start - two.start)
    if (a!.end > b!.start) return splice(bytes, a!.start, a!.end)
    const between = bytes.subarray(a!.end, b!.start)
    return splice(bytes, a!.start, b!.end, bytes.subarray(b!.start, b!.end), between, bytes.subarray(a!.start, a!.end))
  },
  'segment-cut': ({ bytes, segments, below }) => {
    const { payload, end } = pick(segments, below)
    return splice(bytes, payload + below(end - payload + 1), end)
  },
  'segment-many-times': ({ bytes, segments, below }) => {
    const { start, end } = pick(segments, below)
    const times = Math.min(2000, Math.ceil(MAX_ADDED_BYTES / (end - start)))
    return splice(bytes, end, end, ...Array.from({ length: times }, () => bytes.subarray(start, end)))
  },
  length: ({ bytes, segments, below }) => {
    const changed = Buffer.from(bytes)
    const { length } = pick(
      segments.filter(one => one.length),
      below,
    )
    if (!length) return changed
    const most = 2 ** (8 * length.bytes) - 1
    const value = pick([0, 1, most, most >>> 1, below(70_000), bytes.length], below) % (most + 1)
    changed[length.little ? 'writeUIntLE' : 'writeUIntBE'](value, length.at, length.bytes)
    return changed
  },
  type: ({ bytes, segments, below }) => {
    const changed = Buffer.from(bytes)
    changed[pick(segments, below).start + below(8)] = below(256)
    return changed
  },
  field: piece => changeFields(piece, 1 + piece.below(4)),
  trailing: piece => Buffer.concat([piece.bytes, createNoise(piece, 1 + piece.below(5000))]),
}

/** Other values in the first bytes of a segment; a PNG's checksum is mended, so that its reader sees them. */
function changeFields({ bytes, format, segments, below }: Workpiece, count: number): Buffer {
  const changed = Buffer.from(bytes)
  const { start, payload, end } = pick(segments, below)
  const most = Math.min(64, (format === 'png' ? end - 4 : end) - payload)
  if (most <= 0) return changed
  for (let left = count; left > 0; left--) changed[payload + below(most)] = pick([0, 1, 0x7f, 0xff, below(256)], below)
  if (format === 'png') changed.writeUInt32BE(crc32(changed.subarray(start + 4, end - 4)), end - 4)
  return changed
}

const MUTATIONS: Readonly<Record<string, Mutation>> = { ...DAMAGES, ...FORGERIES }
export const MUTATION_NAMES = Object.keys(MUTATIONS)
export const isDamage = (mutation: string): boolean => mutation in DAMAGES

/** The file of one mutation and seed. */
export function createCase(
  original: FuzzOriginal,
  mutation: string,
  seed: number,
  originals: readonly FuzzOriginal[],
): FuzzCase {
  const name = `${original.name}~${mutation}~${seed}`
  const random = createRandom(hash(name))
  const below = (limit: number): number => Math.floor(limit * random())
  const format = original.name.split('-')[0]!
  const others = originals.filter(one => one !== original && one.name.startsWith(`${format}-`))
  const { bytes } = original
  const other = others.length ? pick(others, below).bytes : bytes
  const piece = { bytes, format, segments: listSegments(format, bytes), other, below }
  return { name, original, mutation, bytes: MUTATIONS[mutation]!(piece) }
}

/** FNV-1a of a case's name: its random numbers depend on nothing else. */
const hash = (text: string): number =>
  [...text].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5) >>> 0

/** Cases without end: seed after seed, every mutation of every original. */
export function* createCases(originals: readonly FuzzOriginal[], seed: number): Generator<FuzzCase> {
  for (let next = seed; ; next++)
    for (const mutation of MUTATION_NAMES)
      for (const original of originals) yield createCase(original, mutation, next, originals)
}

/** The case of a name ORIGINAL~MUTATION~SEED. */
export function createNamedCase(name: string, originals: readonly FuzzOriginal[]): FuzzCase {
  const [file, mutation, seed] = name.split('~')
  const original = originals.find(one => one.name === file)
  if (!original || !mutation || !(mutation in MUTATIONS)) throw new Error(`no such case: ${name}`)
  return createCase(original, mutation, Number(seed), originals)
}
