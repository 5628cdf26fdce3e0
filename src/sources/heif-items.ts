import { readBoxes, type Box } from './heif-box-list'

/** An item of a HEIF file and where its bytes lie in the file (ISO/IEC 14496-12, 8.11.3 and 8.11.6). */
export interface HeifItem {
  readonly type: string
  readonly extents: readonly Extent[]
}
interface Extent {
  readonly start: number
  readonly end: number
}

/** Extents lie at an offset in the file only with this construction method; with others in a box of `meta`. */
const IN_FILE = 0

/** The items whose bytes lie in the file itself. Throws RangeError where a box is too short for what it announces. */
export function readHeifItems(view: DataView, meta: readonly Box[]): HeifItem[] {
  const [info, locations] = ['iinf', 'iloc'].map(type => meta.find(box => box.type === type))
  if (!info || !locations) return []
  const types = readItemTypes(view, info)
  return [...readLocations(view, locations)].map(([id, extents]) => ({ type: types.get(id) ?? '', extents }))
}

function readItemTypes(view: DataView, { start, end }: Box): Map<number, string> {
  const types = new Map<number, string>()
  const entries = start + (view.getUint8(start) === 0 ? 6 : 8)
  for (const entry of readBoxes(view, entries, end)) {
    const version = view.getUint8(entry.start)
    if (entry.type !== 'infe' || version < 2) continue
    const wide = version > 2
    const at = entry.start + (wide ? 10 : 8)
    const type = String.fromCharCode(...[0, 1, 2, 3].map(i => view.getUint8(at + i)))
    types.set(wide ? view.getUint32(entry.start + 4) : view.getUint16(entry.start + 4), type)
  }
  return types
}

function readLocations(view: DataView, { start }: Box): Map<number, Extent[]> {
  const version = view.getUint8(start)
  const sizes = view.getUint16(start + 4)
  let at = start + 6
  /** A number of so many bytes: 0, 2, 4 or 8. */
  const read = (bytes: number): number => {
    let value = 0
    for (let i = 0; i < bytes; i++) value = value * 256 + view.getUint8(at++)
    return value
  }
  const idBytes = version < 2 ? 2 : 4
  const locations = new Map<number, Extent[]>()
  for (let items = read(idBytes); items > 0; items--) {
    const id = read(idBytes)
    const method = version === 0 ? IN_FILE : read(2) & 15
    at += 2
    const base = read((sizes >> 4) & 15)
    const extents: Extent[] = []
    for (let left = read(2); left > 0; left--) {
      if (version > 0) read(sizes & 15)
      const from = base + read((sizes >> 12) & 15)
      const length = read((sizes >> 8) & 15)
      extents.push({ start: from, end: length ? from + length : view.byteLength })
    }
    if (method === IN_FILE) locations.set(id, extents)
  }
  return locations
}
