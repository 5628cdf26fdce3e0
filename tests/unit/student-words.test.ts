import { expect, it } from 'vitest'
import { LOCALES } from '../../src/contract/locale'
import { getProfile, listProfiles } from '../../src/profiles'
import { RULES } from '../../src/rules'
import { COMMON_TEXT } from '../../src/text'
import { batchEn } from '../../src/ui/text/batch.en'
import { batchZhCN } from '../../src/ui/text/batch.zh-CN'
import { deliverEn } from '../../src/ui/text/deliver.en'
import { deliverZhCN } from '../../src/ui/text/deliver.zh-CN'
import { en } from '../../src/ui/text/en'
import { schoolEn } from '../../src/ui/text/school.en'
import { schoolZhCN } from '../../src/ui/text/school.zh-CN'
import { zhCN } from '../../src/ui/text/zh-CN'

/** What only a developer of this project can make sense of: commands, source files, decisions. */
const DEVELOPERS_NOTE = /npm run|\b(?:training|scripts|docs|src|tests)\/|\.(?:py|tsx?|md)\b|\bproduct:/

/** Every string in a value, with the keys that lead to it; of a function its source, which holds its words. */
function* listStrings(value: unknown, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'function') yield [path, String(value)]
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* listStrings(inner, `${path}.${key}`)
}

const findNotes = (value: unknown, path: string): string[] =>
  [...listStrings(value, path)].filter(([, text]) => DEVELOPERS_NOTE.test(text)).map(([at, text]) => `${at}: ${text}`)

it('no word of the page, the rules and the reasons is a developer’s note', () => {
  const words = { en, zhCN, batchEn, batchZhCN, deliverEn, deliverZhCN, schoolEn, schoolZhCN, COMMON_TEXT }
  expect([...listStrings(words, '')].length).toBeGreaterThan(500)
  expect(findNotes(words, 'text')).toEqual([])
  for (const { id, text } of RULES.values()) expect(findNotes(text, id)).toEqual([])
})

it.each(listProfiles().map(({ id }) => id))('nor is anything that %s says', id => {
  const { checks, ...rest } = getProfile(id)
  expect(findNotes(rest, id)).toEqual([])
  for (const [check, { measurement: _, ...shown }] of Object.entries(checks))
    expect(findNotes(shown, check)).toEqual([])
})

it('a reading is told in every language, and a source is a document', () => {
  for (const [check, { reading, source }] of Object.entries(getProfile('moe-2017-99').checks)) {
    if (reading) for (const locale of LOCALES) expect(reading[locale], check).toBeTruthy()
    expect(source, check).not.toMatch(/[;；]/)
  }
})

it('hanjiang-2025 cites its own notice wherever that notice names what is checked', () => {
  const { checks, source } = getProfile('hanjiang-2025')
  const cited = Object.entries(checks)
    .filter(([, limit]) => limit.source === source.title)
    .map(([id]) => id)
  expect(cited.sort()).toEqual(
    [
      ['background.colour', 'file.bytes', 'file.format', 'file.height', 'file.ratio', 'file.width'],
      ['headwear.worn', 'pose.yaw', 'pose.pitch', 'sharpness.detail', 'lighting.highlights'],
      ['eyebrows.left', 'eyebrows.right', 'eyes.left', 'eyes.right', 'ears.left', 'ears.right'],
      ['occlusion.share', 'expression.departure', 'mouth.gap', 'glasses.kind', 'glasses.glare'],
    ]
      .flat()
      .sort(),
  )
})
