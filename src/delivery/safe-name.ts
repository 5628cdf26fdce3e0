/** Names that every system takes as they are written: Windows refuses most, so its rules are kept. */

/**
 * Control and bidirectional characters, invisible spaces, line and paragraph separators: a name that shows other than
 * it reads.
 */
const INVISIBLE_CHARACTERS =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Zl}\p{Zp}]/gu
/** What Windows forbids in a name, and halves of characters, which no encoding can write. */
const FORBIDDEN_CHARACTERS = /[<>:"/\\|?*\p{Cs}]/gu
/** Names of Windows' devices, whatever follows a dot. */
const WINDOWS_DEVICE_NAME = /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])\s*(?:\.|$)/i
/** Most file systems take 255 bytes; the rest is for what is put after the name. */
const MAX_NAME_BYTES = 230

/**
 * A file's or folder's name without ending, safe: never empty, never a way out of its folder. A safe name stays as it
 * is.
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

/** Folders with slashes, each of them safe; '' stays ''. */
export function toSafeFolder(folder: string): string {
  return folder
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .map(toSafeName)
    .join('/')
}

/**
 * What names are equal by for Windows and macOS, who know neither case nor the ways to write an accent. Rather too
 * much equal than too little.
 */
export function toNameKey(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}

/** As many whole characters as fit into so many bytes of UTF-8. */
function truncateToBytes(most: number, name: string): string {
  // A UTF-16 unit takes three bytes at most.
  if (name.length * 3 <= most) return name
  const encoder = new TextEncoder()
  let bytes = 0
  let kept = ''
  for (const character of name) {
    bytes += encoder.encode(character).length
    if (bytes > most) break
    kept += character
  }
  return kept
}
