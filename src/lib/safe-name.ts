/** Makes file names valid on every system, by the rules of Windows, which are the strictest. */

/**
 * Control and bidirectional characters, invisible spaces, line and paragraph separators: they make a name look
 * different from what it is.
 */
const INVISIBLE_CHARACTERS =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Zl}\p{Zp}]/gu
/** Characters that Windows forbids in names, and lone surrogates, which can't be encoded. */
const FORBIDDEN_CHARACTERS = /[<>:"/\\|?*\p{Cs}]/gu
/** Windows device names, reserved with any extension. */
const WINDOWS_DEVICE_NAME = /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])\s*(?:\.|$)/i
/** Most file systems allow 255 bytes; the rest is left for what is appended to the name. */
const MAX_NAME_BYTES = 230

/**
 * A safe file or folder name (without extension): never empty, and no path traversal. A name that is safe already is
 * returned unchanged.
 */
export function toSafeName(name: string): string {
  const plain = truncateToBytes(
    MAX_NAME_BYTES,
    name.normalize('NFC').replace(INVISIBLE_CHARACTERS, '').replace(FORBIDDEN_CHARACTERS, '_').trim(),
  )
    .replace(/[. ]+$/, '')
    .replace(/^\./, '_')
  return plain === '' || WINDOWS_DEVICE_NAME.test(plain) ? `_${plain}` : plain
}

/** A folder path with `/`, each part made safe; '' stays ''. */
export function toSafeFolder(folder: string): string {
  return folder
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .map(toSafeName)
    .join('/')
}

/**
 * Key by which Windows and macOS treat names as equal: they ignore case and Unicode normalisation. In doubt, names
 * count as equal.
 */
export function toNameKey(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}

/** Truncates to whole characters of at most `maxBytes` bytes of UTF-8. */
function truncateToBytes(maxBytes: number, name: string): string {
  // A UTF-16 unit takes at most three bytes in UTF-8.
  if (name.length * 3 <= maxBytes) return name
  const encoder = new TextEncoder()
  let bytes = 0
  let result = ''
  for (const character of name) {
    bytes += encoder.encode(character).length
    if (bytes > maxBytes) break
    result += character
  }
  return result
}
