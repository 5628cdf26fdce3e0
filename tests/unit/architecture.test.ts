import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ZONES } from '../../tools/lint/zones.js'

/** Rows `| \`src/x\` | what | may import |` of docs/architecture.md. */
const ROW = /^\| `(src\/[^`]+)` \| .+ \| ([^|]+) \|$/gm
const sortNames = (names: readonly string[]): string[] => names.map(name => name.replace(/^src\//, '')).sort()

it('tells in docs/architecture.md what each folder of src may import', () => {
  const told = [...readFileSync('docs/architecture.md', 'utf8').matchAll(ROW)].map(([, path, allowed]) => {
    const names = allowed!.trim() === 'nothing' ? [] : allowed!.split(',').map(name => name.trim())
    return [path!, sortNames(names)] as const
  })
  const zones = ZONES.filter(({ path }) => path.startsWith('src/'))
  expect(zones.length).toBeGreaterThan(20)
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(zones.map(({ path, mayImport }) => [path, sortNames(mayImport)])),
  )
})
