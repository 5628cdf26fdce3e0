import type { BatchRow } from '../contract/batch'
import type { Sliced } from '../contract/sliced'
import { findIdNumber } from './id-number'
import { toNameKey, toSafeFolder, toSafeName } from './safe-name'

/** How made files are named. Nothing is guessed: what can't be named, and what would get another's name, is told. */

export interface NamingOptions {
  /** A name without ending in which `{name}`, `{id-number}`, `{number}`, `{profile}` stand for what changes. */
  readonly template: string
  readonly profileId: string
  /** Folders of the batch stay folders; else all files lie side by side. */
  readonly keepFolders: boolean
  /** Of files with one name all but the first get `-2`, `-3`, …: only where the user chose it. */
  readonly numberClashes: boolean
}

export const TOKENS = ['name', 'id-number', 'number', 'profile'] as const
export type Token = (typeof TOKENS)[number]
export type TemplateFault = 'empty' | 'unknown-token' | 'forbidden-character'
export type UnnameableReason = 'no-id-number' | 'wrong-id-number' | 'several-id-numbers'

export interface NamePlan {
  /** Paths in the ZIP by row id. */
  readonly paths: ReadonlyMap<number, string>
  readonly unnamed: readonly { readonly row: BatchRow; readonly why: UnnameableReason }[]
  /** Rows that would all get one path, and so get none. */
  readonly clashes: readonly { readonly path: string; readonly rows: readonly BatchRow[] }[]
}

/** What is wrong with a template that someone types; null where nothing is. */
export function findTemplateFault(template: string): TemplateFault | null {
  if (stripExtension(template).trim() === '') return 'empty'
  const text = template.replace(TOKEN_PATTERN, '')
  if (/[{}]/.test(text)) return 'unknown-token'
  return /[<>:"/\\|?*\p{Cc}]/u.test(text) ? 'forbidden-character' : null
}

/** Paths of the rows that go into a ZIP, in their order. */
export function* planNames(rows: readonly BatchRow[], naming: NamingOptions): Sliced<NamePlan> {
  const unnamed: { row: BatchRow; why: UnnameableReason }[] = []
  const byKey = new Map<string, { readonly stem: string; readonly rows: BatchRow[] }>()
  const folders = new Set<string>()
  for (const row of rows) {
    yield
    const stem = buildStem(row, naming)
    if (typeof stem !== 'string') {
      unnamed.push({ row, why: stem.none })
      continue
    }
    const key = toNameKey(stem + EXTENSION)
    for (const folder of listFolders(key)) folders.add(folder)
    const alike = byKey.get(key)
    if (alike) alike.rows.push(row)
    else byKey.set(key, { stem, rows: [row] })
  }
  const paths = new Map<number, string>()
  const clashes: { path: string; rows: readonly BatchRow[] }[] = []
  const taken = new Set([...byKey.keys(), ...folders])
  for (const [key, { stem, rows: alike }] of byKey) {
    yield
    // Neither may a file have the name of a folder.
    const own = folders.has(key) ? null : stem + EXTENSION
    if (own !== null && alike.length === 1) paths.set(alike[0]!.id, own)
    else if (naming.numberClashes)
      alike.forEach((row, at) => paths.set(row.id, at === 0 && own !== null ? own : findFreePath(stem, taken)))
    else clashes.push({ path: stem + EXTENSION, rows: alike })
  }
  return { paths, unnamed, clashes }
}

const EXTENSION = '.jpg'
const TOKEN_PATTERN = new RegExp(`\\{(${TOKENS.join('|')})\\}`, 'g')

/** Whoever types the ending too gets it once. */
const stripExtension = (template: string): string => template.replace(/\.jpe?g$/i, '')

/** The file's own name without ending. A dot in a name without ending begins none: `1.5寸`. */
const getStem = (name: string): string => name.replace(/\.[a-z0-9]{1,5}$/i, '')

function buildStem(
  { id, name, folder }: BatchRow,
  { template, profileId, keepFolders }: NamingOptions,
): string | { readonly none: UnnameableReason } {
  const pattern = stripExtension(template)
  const found = pattern.includes('{id-number}') ? findIdNumber(name) : { number: '' }
  if ('none' in found) return found
  const values: Readonly<Record<Token, string>> = {
    name: getStem(name),
    'id-number': found.number,
    number: String(id),
    profile: profileId,
  }
  const stem = toSafeName(pattern.replace(TOKEN_PATTERN, (_, token: Token) => values[token]))
  const inside = keepFolders ? toSafeFolder(folder) : ''
  return inside === '' ? stem : `${inside}/${stem}`
}

/** Every folder that a path lies in. */
function listFolders(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}

/** The stem with the first number that nothing else has. */
function findFreePath(stem: string, taken: Set<string>): string {
  for (let number = 2; ; number++) {
    const path = `${stem}-${number}${EXTENSION}`
    if (taken.has(toNameKey(path))) continue
    taken.add(toNameKey(path))
    return path
  }
}
