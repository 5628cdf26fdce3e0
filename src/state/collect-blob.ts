import { createYielder } from './yield-to-main'

/** Characters after which pieces are handed to the browser as a Blob, which it may keep on disk. */
const PART_CHARACTERS = 1 << 20

/**
 * Pieces of a file, however many, as one Blob, without ever being one string and without holding the page up. Errors:
 * those of the pieces.
 */
export async function collectBlob(pieces: Iterable<string> | AsyncIterable<string>, type: string): Promise<Blob> {
  const breath = createYielder()
  const parts: Blob[] = []
  let open: string[] = []
  let size = 0
  for await (const piece of pieces) {
    open.push(piece)
    if ((size += piece.length) >= PART_CHARACTERS) {
      parts.push(new Blob(open))
      open = []
      size = 0
    }
    if (breath.isDue()) await breath.take()
  }
  return new Blob([...parts, ...open], { type })
}
