import { toHex } from '../lib/hex'

/**
 * SHA-256 of a file's bytes in hexadecimal; null where the page was not opened over https and browsers give no digests.
 */
export async function computeSha256(file: Blob): Promise<string | null> {
  // Typed as always there, but absent outside secure contexts.
  const subtle = crypto.subtle as SubtleCrypto | undefined
  if (!subtle) return null
  const digest = new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer()))
  return toHex(digest)
}
