import { PhotoError } from '../contract/failure'

/** A box of ISO/IEC 14496-12: where its payload begins and ends. */
export interface Box {
  readonly type: string
  readonly start: number
  readonly end: number
}

/**
 * The boxes in a byte range. Some cameras append data that are not boxes at the end of the file, so at top level only
 * the required boxes (meta, mdat) count as truncated. Errors: damaged.
 */
export function readBoxes(view: DataView, from: number, to: number, top = false): Box[] {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to;) {
    const short = view.getUint32(at)
    const type = String.fromCharCode(...[4, 5, 6, 7].map(i => view.getUint8(at + i)))
    const header = short === 1 ? 16 : 8
    const size =
      short === 0 ? to - at : short === 1 ? view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12) : short
    if (size < header || at + size > to) {
      if (!top || type === 'meta' || type === 'mdat') throw new PhotoError('damaged', `${type} has no end`)
      break
    }
    boxes.push({ type, start: at + header, end: at + size })
    at += size
  }
  return boxes
}
