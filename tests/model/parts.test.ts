import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assembleAssets } from '../../build/models/assemble'
import type { Reading } from '../../src/contract/reading'
import type { PortraitOptions } from '../../src/drawn/index'
import { measureAll } from '../../src/rules/index'
import { EAR_UNKNOWN_BAND as EARS } from '../../src/rules/ears/measure'
import { EYEBROW_UNKNOWN_BAND as EYEBROWS } from '../../src/rules/eyebrows/measure'
import { GLASSES_UNKNOWN_BANDS as GLASSES } from '../../src/rules/glasses/measure'
import { HEADWEAR_UNKNOWN_BAND as HEADWEAR } from '../../src/rules/headwear/measure'
import { LIP_GAP_MODEL, MOUTH_UNKNOWN_BAND as MOUTH } from '../../src/rules/mouth/measure'
import { drawPixels } from '../../tools/pictures/drawn-jpeg'
import {
  createPlainFileFacts,
  buildRecordedScene,
  addParts,
  type RecordedDetections,
} from '../../tools/pictures/recorded-scene'

/**
 * The shipped parts model under the shipped runtime, on drawn faces. Fringe, glasses, tone move neither landmarks nor
 * the person's outline, so one recorded scene serves them; hair over ears changes the outline and has a scene of its
 * own.
 */
await assembleAssets(process.cwd())
const readRecorded = (name: string): RecordedDetections =>
  JSON.parse(readFileSync(`tests/scenes/${name}.json`, 'utf8')) as RecordedDetections
const [short, long] = [readRecorded('faultless'), readRecorded('long-hair-over-ears')]

async function measureDrawn(options: PortraitOptions, recorded = short): Promise<Record<string, Reading>> {
  const photo = await drawPixels({ width: 720, height: 960, noise: 1, ...options })
  return measureAll(
    await addParts(buildRecordedScene(photo, recorded, createPlainFileFacts(photo.width, photo.height))),
    null,
    (rule, error) => {
      throw new Error(rule, { cause: error })
    },
  )
}
const TONE_INDICES = [0, 4, 8] as const

describe.each(TONE_INDICES)('a drawn face of skin tone %i', skinTone => {
  it('with nothing wrong', async () => {
    const found = await measureDrawn({ skinTone })
    for (const side of ['left', 'right']) {
      expect(found[`ears.${side}`]).toMatchObject({ value: expect.any(Number) as number })
      expect((found[`ears.${side}`] as { value: number }).value).toBeGreaterThan(0.5)
      expect((found[`eyebrows.${side}`] as { value: number }).value).toBeGreaterThan(0.8)
    }
    expect(found['glasses.kind']).toMatchObject({ value: 'none' })
    expect(found['headwear.worn']).toMatchObject({ value: false })
  })
  it('with long hair over both ears', async () => {
    const found = await measureDrawn({ skinTone, hair: 'long', earsCovered: { left: 1, right: 1 } }, long)
    for (const side of ['left', 'right']) expect((found[`ears.${side}`] as { value: number }).value).toBeLessThan(0.5)
  })
  it('with a fringe over one brow: that one, outlined', async () => {
    const found = await measureDrawn({ skinTone, fringe: { right: 1 } })
    expect((found['eyebrows.right'] as { value: number }).value).toBeLessThan(0.8)
    expect((found['eyebrows.left'] as { value: number }).value).toBeGreaterThan(0.8)
    expect(found['eyebrows.right']!.regions!.length).toBeGreaterThan(0)
  })
  it('with clear, with tinted glasses, with a cap', async () => {
    expect((await measureDrawn({ skinTone, glasses: { kind: 'clear' } }))['glasses.kind']).toMatchObject({
      value: 'clear',
    })
    expect((await measureDrawn({ skinTone, glasses: { kind: 'tinted' } }))['glasses.kind']).toMatchObject({
      value: 'tinted',
    })
    expect((await measureDrawn({ skinTone, headwear: 'cap' }))['headwear.worn']).toMatchObject({ value: true })
  })
})

it('glare on lenses is told where it is drawn, and is not where none is', async () => {
  const glareOf = async (glare: number): Promise<Reading> =>
    (await measureDrawn({ glasses: { kind: 'clear', glare } }))['glasses.glare']!
  const [without, some, much] = [await glareOf(0), await glareOf(0.3), await glareOf(0.6)]
  // A drawn lens is a pale film: whether it shines may stay open, but it must not be called glare.
  if ('value' in without) expect(without.value).toBeLessThan(0.02)
  else expect(without).toHaveProperty('unknown')
  for (const reading of [some, much])
    expect(reading).toMatchObject({ score: expect.closeTo(1, 1) as number, value: expect.any(Number) as number })
  expect((much as { value: number }).value).toBeGreaterThan((some as { value: number }).value)
  expect(some.regions!.length).toBeGreaterThan(0)
})

it('the rules’ thresholds are those that the record of the training gives (training/finish.py)', () => {
  const record = JSON.parse(readFileSync('public/models/parts.json', 'utf8')) as {
    thresholds: Record<string, [number, number]>
    mouth: typeof LIP_GAP_MODEL
  }
  expect({
    ear: [EARS.visible, EARS.hidden],
    brow: [EYEBROWS.shown, EYEBROWS.covered],
    glasses: [GLASSES.bare, GLASSES.worn],
    tinted: [GLASSES.clear, GLASSES.tinted],
    glare: [GLASSES.glareless, GLASSES.glaring],
    frame: [GLASSES.free, GLASSES.crossed],
    headwear: [HEADWEAR.bare, HEADWEAR.covered],
    mouth: [MOUTH.closed, MOUTH.open],
  }).toEqual(record.thresholds)
  expect(LIP_GAP_MODEL).toEqual(record.mouth)
})
