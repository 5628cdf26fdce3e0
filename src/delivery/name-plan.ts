import type { BatchRow } from '../contract/batch'
import type { Sliced } from '../contract/sliced'
import { buildStem, EXTENSION, TOKEN_PATTERN, TOKENS, type Token, type UnnameableReason } from '../lib/file-name'
import { toNameKey, toSafeFolder } from '../lib/safe-name'

export { TOKENS, type Token, type UnnameableReason }

/** Plans the names of produced files. Nothing is guessed: rows without a name, and name clashes, are reported. */

export interface NamingOptions {
  /** A name without extension, with the placeholders of src/lib/file-name.ts. */
  readonly template: string
  readonly profileId: string
  /** Keeps the batch's folders; otherwise all files are in one folder. */
  readonly keepFolders: boolean
  /** Appends `-2`, `-3`, … to all but the first of equal names; only if the user chose it. */
  readonly numberClashes: boolean
}

export type TemplateFault = 'empty' | 'unknown-token' | 'forbidden-character'

export interface NamePlan {
  /** Paths in the ZIP, by row id. */
  readonly paths: ReadonlyMap<number, string>
  readonly unnamed: readonly { readonly row: BatchRow; readonly why: UnnameableReason }[]
  /** Rows with equal paths, which therefore get none. */
  readonly clashes: readonly { readonly path: string; readonly rows: readonly BatchRow[] }[]
}

/** The fault of a template that the user types; null if there is none. */
export function findTemplateFault(template: string): TemplateFault | null {
  if (stripExtension(template).trim() === '') return 'empty'
  const text = template.replace(TOKEN_PATTERN, '')
  if (/[{}]/.test(text)) return 'unknown-token'
  return /[<>:"/\\|?*\p{Cc}]/u.test(text) ? 'forbidden-character' : null
}

/** Paths of the rows in a ZIP, in row order. */
export function* planNames(rows: readonly BatchRow[], naming: NamingOptions): Sliced<NamePlan> {
  const unnamed: { row: BatchRow; why: UnnameableReason }[] = []
  const byKey = new Map<string, { readonly stem: string; readonly rows: BatchRow[] }>()
  const folders = new Set<string>()
  for (const row of rows) {
    yield
    const stem = buildPathStem(row, naming)
    if (typeof stem !== 'string') {
      unnamed.push({ row, why: stem.none })
      continue
    }
    const key = toNameKey(stem + EXTENSION)
    for (const folder of listFolders(key)) folders.add(folder)
    const sameKey = byKey.get(key)
    if (sameKey) sameKey.rows.push(row)
    else byKey.set(key, { stem, rows: [row] })
  }
  const paths = new Map<number, string>()
  const clashes: { path: string; rows: readonly BatchRow[] }[] = []
  const usedKeys = new Set([...byKey.keys(), ...folders])
  for (const [key, { stem, rows: sameKey }] of byKey) {
    yield
    // A file must not have the same path as a folder either.
    const ownPath = folders.has(key) ? null : stem + EXTENSION
    if (ownPath !== null && sameKey.length === 1) paths.set(sameKey[0]!.id, ownPath)
    else if (naming.numberClashes)
      sameKey.forEach((row, at) =>
        paths.set(row.id, at === 0 && ownPath !== null ? ownPath : findFreePath(stem, usedKeys)),
      )
    else clashes.push({ path: stem + EXTENSION, rows: sameKey })
  }
  return { paths, unnamed, clashes }
}

/** Users may type the extension too; it must not be doubled. */
const stripExtension = (template: string): string => template.replace(/\.jpe?g$/i, '')

function buildPathStem(
  { id, name, folder }: BatchRow,
  { template, profileId, keepFolders }: NamingOptions,
): string | { readonly none: UnnameableReason } {
  const stem = buildStem(stripExtension(template), { original: name, profileId, place: id })
  if (typeof stem !== 'string') return stem
  const inside = keepFolders ? toSafeFolder(folder) : ''
  return inside === '' ? stem : `${inside}/${stem}`
}

/** All parent folders of a path. */
function listFolders(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}

/** The stem with the first number, from 2, that gives an unused path. */
function findFreePath(stem: string, usedKeys: Set<string>): string {
  for (let number = 2; ; number++) {
    const path = `${stem}-${number}${EXTENSION}`
    if (usedKeys.has(toNameKey(path))) continue
    usedKeys.add(toNameKey(path))
    return path
  }
}
