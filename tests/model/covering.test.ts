import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assembleAssets } from '../../build/models/assemble'
import type { Reading } from '../../src/contract/reading'
import type { PortraitOptions } from '../../src/drawn/index'
import { COVERING_UNKNOWN_BAND } from '../../src/lib/face-cover'
import { measureAll } from '../../src/rules/index'
import { PartsModel } from '../../src/vision/parts-model'
import type { Pixels } from '../../src/contract/pixels'
import { PART_CROPS } from '../../src/lib/part-crops'
import { drawPixels } from '../../tools/pictures/drawn-jpeg'
import {
  addParts,
  buildRecordedScene,
  createPlainFileFacts,
  type RecordedDetections,
} from '../../tools/pictures/recorded-scene'

/** The shipped model of coverings under the shipped runtime. Landmarks are those recorded of the bare drawn face. */
await assembleAssets(process.cwd())
const recorded = JSON.parse(readFileSync('tests/scenes/faultless.json', 'utf8')) as RecordedDetections
const record = JSON.parse(readFileSync('public/models/covering.json', 'utf8')) as {
  thresholds: { covering: [number, number] }
  parity: { covered: number; cover: number[] }
}

async function measureDrawn(options: PortraitOptions): Promise<Record<string, Reading>> {
  const photo = await drawPixels({ width: 720, height: 960, noise: 1, ...options })
  return measureAll(
    await addParts(buildRecordedScene(photo, recorded, createPlainFileFacts(photo.width, photo.height))),
    null,
    (rule, error) => {
      throw new Error(rule, { cause: error })
    },
  )
}

describe.each([0, 3, 6, 8])('a drawn face of skin tone %i', skinTone => {
  it('bare, with teeth, with a fringe, with glasses, with a cap: nothing lies over it', async () => {
    for (const options of [
      {},
      { mouthGap: 0.15 },
      { fringe: { left: 1, right: 1 } },
      { glasses: { kind: 'clear' } },
      { headwear: 'cap' },
    ] as const) {
      const { 'occlusion.share': share } = await measureDrawn({ skinTone, ...options })
      expect(share, JSON.stringify(options)).toHaveProperty('value')
      expect(Number((share as { value: number }).value)).toBeLessThan(0.03)
    }
  })
  it('with a mask: covered, outlined over the mouth, which is not told', async () => {
    const { 'occlusion.share': share, 'mouth.gap': mouth } = await measureDrawn({ skinTone, mask: true })
    expect(Number((share as { value: number }).value)).toBeGreaterThan(0.3)
    expect(share!.regions!.length).toBeGreaterThan(0)
    expect(mouth).toMatchObject({ unknown: 'covered' })
  })
})

it('says of the same bytes what the network said in training (training/covering/finish.py)', async () => {
  const model = await PartsModel.load({
    runtime: new Uint8Array(readFileSync('public/runtime/ort-wasm-simd-threaded.wasm')),
    model: new Uint8Array(readFileSync('public/models/parts.onnx')),
    covering: new Uint8Array(readFileSync('public/models/covering.onnx')),
  })
  const fill = ({ width, height }: { width: number; height: number }): Pixels => ({
    width,
    height,
    data: Uint8ClampedArray.from({ length: 4 * width * height }, (_, at) => (at * 7919) % 251),
  })
  const { ear, brow, eyes, mouth, crown, face: whole } = PART_CROPS
  const { face } = await model.detect({
    ears: { left: fill(ear), right: fill(ear) },
    brows: { left: fill(brow), right: fill(brow) },
    eyes: fill(eyes),
    mouth: fill(mouth),
    crown: fill(crown),
    face: fill(whole),
  })
  // Weights are stored as 16-bit floats.
  expect(Math.abs(face.covered - record.parity.covered)).toBeLessThan(0.01)
  face.cover.data.forEach((value, at) => expect(Math.abs(value - record.parity.cover[at]!)).toBeLessThan(0.01))
})

it('the rule’s thresholds are those that the record of the training gives', () =>
  expect([COVERING_UNKNOWN_BAND.free, COVERING_UNKNOWN_BAND.covered]).toEqual(record.thresholds.covering))
