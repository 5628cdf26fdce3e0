import { toHex } from '../lib/hex'

/** SHA-256 of a file's bytes in hexadecimal; null without https, where browsers have no `crypto.subtle`. */
export async function computeSha256(file: Blob): Promise<string | null> {
  // The DOM types declare it as always present, but it is absent outside secure contexts.
  const subtle = crypto.subtle as SubtleCrypto | undefined
  if (!subtle) return null
  const digest = new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer()))
  return toHex(digest)
}
