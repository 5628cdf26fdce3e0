import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assembleAssets } from '../../build/models/assemble'
import type { Reading } from '../../src/contract/reading'
import type { PortraitOptions } from '../../src/drawn/index'
import { measureAll } from '../../src/rules/index'
import { SURE as EARS } from '../../src/rules/ears/measure'
import { SURE as EYEBROWS } from '../../src/rules/eyebrows/measure'
import { SURE as GLASSES } from '../../src/rules/glasses/measure'
import { SURE as HEADWEAR } from '../../src/rules/headwear/measure'
import { FUSION, SURE as MOUTH } from '../../src/rules/mouth/measure'
import { drawnPixels } from '../../tools/pictures/drawn-jpeg'
import { plainFile, sceneOf, withParts, type Recorded } from '../../tools/pictures/recorded-scene'

/**
 * The shipped parts model under the shipped runtime, on drawn faces. Fringe, glasses, tone move neither landmarks nor
 * the person's outline, so one
 * recorded scene serves them; hair over ears changes the outline and has a scene of its own.
 */
await assembleAssets(process.cwd())
const scene = (name: string): Recorded => JSON.parse(readFileSync(`tests/scenes/${name}.json`, 'utf8')) as Recorded
const [short, long] = [scene('faultless'), scene('long-hair-over-ears')]

async function readings(options: PortraitOptions, recorded = short): Promise<Record<string, Reading>> {
  const photo = await drawnPixels({ width: 720, height: 960, noise: 1, ...options })
  return measureAll(
    await withParts(sceneOf(photo, recorded, plainFile(photo.width, photo.height))),
    null,
    (rule, error) => {
      throw new Error(rule, { cause: error })
    },
  )
}
const TONES = [0, 4, 8] as const

describe.each(TONES)('a drawn face of skin tone %i', skinTone => {
  it('with nothing wrong', async () => {
    const found = await readings({ skinTone })
    for (const side of ['left', 'right']) {
      expect(found[`ears.${side}`]).toMatchObject({ value: expect.any(Number) as number })
      expect((found[`ears.${side}`] as { value: number }).value).toBeGreaterThan(0.5)
      expect((found[`eyebrows.${side}`] as { value: number }).value).toBeGreaterThan(0.8)
    }
    expect(found['glasses.kind']).toMatchObject({ value: 'none' })
    expect(found['headwear.worn']).toMatchObject({ value: false })
  })
  it('with long hair over both ears', async () => {
    const found = await readings({ skinTone, hair: 'long', earsCovered: { left: 1, right: 1 } }, long)
    for (const side of ['left', 'right']) expect((found[`ears.${side}`] as { value: number }).value).toBeLessThan(0.5)
  })
  it('with a fringe over one brow: that one, outlined', async () => {
    const found = await readings({ skinTone, fringe: { right: 1 } })
    expect((found['eyebrows.right'] as { value: number }).value).toBeLessThan(0.8)
    expect((found['eyebrows.left'] as { value: number }).value).toBeGreaterThan(0.8)
    expect(found['eyebrows.right']!.regions!.length).toBeGreaterThan(0)
  })
  it('with clear, with tinted glasses, with a cap', async () => {
    expect((await readings({ skinTone, glasses: { kind: 'clear' } }))['glasses.kind']).toMatchObject({ value: 'clear' })
    expect((await readings({ skinTone, glasses: { kind: 'tinted' } }))['glasses.kind']).toMatchObject({
      value: 'tinted',
    })
    expect((await readings({ skinTone, headwear: 'cap' }))['headwear.worn']).toMatchObject({ value: true })
  })
})

it('glare on lenses is told where it is drawn, and is not where none is', async () => {
  const glareOf = async (glare: number): Promise<Reading> =>
    (await readings({ glasses: { kind: 'clear', glare } }))['glasses.glare']!
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
    mouth: typeof FUSION
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
  expect(FUSION).toEqual(record.mouth)
})
