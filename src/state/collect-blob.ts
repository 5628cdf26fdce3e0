import { createYielder } from './yield-to-main'

/** Characters after which pieces are turned into a Blob, which the browser may keep on disk. */
const PART_CHARACTERS = 1 << 20

/**
 * Joins the pieces of a file into one Blob without building one large string (V8 limits string length) and without
 * blocking the page. Errors: those of the pieces.
 */
export async function collectBlob(pieces: Iterable<string> | AsyncIterable<string>, type: string): Promise<Blob> {
  const yielder = createYielder()
  const parts: Blob[] = []
  let pending: string[] = []
  let size = 0
  for await (const piece of pieces) {
    pending.push(piece)
    if ((size += piece.length) >= PART_CHARACTERS) {
      parts.push(new Blob(pending))
      pending = []
      size = 0
    }
    if (yielder.isDue()) await yielder.take()
  }
  return new Blob([...parts, ...pending], { type })
}
