import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { assembleAssets } from '../../build/models/assemble'
import type { Scene } from '../../src/contract/scene'
import { CHECK_IDS, measureAll, measureLandmarks, RULES, getUnit } from '../../src/rules'
import { drawPixels } from '../../tools/pictures/drawn-jpeg'
import { GOLDEN_SCENES } from '../../tools/pictures/golden-scenes'
import { buildRecordedScene, type RecordedDetections } from '../../tools/pictures/recorded-scene'
import { LOCALES } from '../../src/contract/locale'

/** Published checks, which host pages rely on (docs/library.md): id -> unit. None may go or change. */
const CHECK_UNITS: Record<string, string> = {
  'face.count': 'count',
  'pose.yaw': 'deg',
  'pose.pitch': 'deg',
  'pose.roll': 'deg',
  'gaze.offset': 'ratio',
  'ears.left': 'ratio',
  'ears.right': 'ratio',
  'eyebrows.left': 'ratio',
  'eyebrows.right': 'ratio',
  'eyes.left': 'ratio',
  'eyes.right': 'ratio',
  'mouth.gap': 'ratio',
  'expression.departure': 'ratio',
  'glasses.kind': '',
  'glasses.glare': 'ratio',
  'glasses.frame': 'ratio',
  'headwear.worn': '',
  'occlusion.share': 'ratio',
  'lighting.balance': 'ratio',
  'lighting.exposure': 'L*',
  'lighting.highlights': 'ratio',
  'lighting.cast': 'deltaE',
  'red-eye.share': 'ratio',
  'background.colour': 'deltaE',
  'background.evenness': 'deltaE',
  'background.clutter': 'ratio',
  'clothing.contrast': 'deltaE',
  'sharpness.detail': 'detail',
  'noise.level': 'levels',
  'geometry.head-top': 'px',
  'geometry.eye-line': 'px',
  'geometry.face-width': 'px',
  'geometry.centre': 'px',
  'geometry.shoulders': 'deg',
  'file.format': '',
  'file.framing': '',
  'file.ratio': '',
  'file.width': 'px',
  'file.height': 'px',
  'file.bytes': 'bytes',
  'file.quality': 'quality',
  'file.density': 'dpi',
  'file.colour': '',
  'file.metadata': '',
}

const blankPixels = { width: 8, height: 8, data: new Uint8ClampedArray(256).fill(255) }
const emptyScene: Scene = {
  width: 8,
  height: 8,
  file: null,
  faceCount: 0,
  face: null,
  person: null,
  parts: null,
  partsAbsent: 'pending',
  whole: { pixels: blankPixels, x: 0, y: 0, scale: 1 },
  head: null,
}

beforeAll(() => assembleAssets(process.cwd()))

describe('every rule', () => {
  it('is found by its folder and named after it', () => {
    const folders = readdirSync('src/rules', { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => name)
    expect([...RULES.keys()].sort()).toEqual(folders.sort())
  })

  it('measures what was promised, in the promised unit', () => {
    const ids = [...RULES.values()].flatMap(rule =>
      Object.keys(rule.quantities).map(quantity => `${rule.id}.${quantity}`),
    )
    expect(Object.fromEntries(ids.map(id => [id, getUnit(id)]))).toMatchObject(CHECK_UNITS)
    expect([...CHECK_IDS].sort()).toEqual(ids.sort())
  })

  it.each([...RULES.values()].map(rule => [rule.id, rule] as const))(
    '%s has words, clause and source for every quantity',
    (_, rule) => {
      for (const [quantity, { limit }] of Object.entries(rule.quantities)) {
        if (limit.trust === 'D') expect(limit.reading, quantity).toBeDefined()
        else expect([limit.clause, limit.clauseEn ?? '', limit.source], quantity).not.toContain('')
        for (const locale of LOCALES) {
          const text = rule.text[locale][quantity]!
          expect(text.title && text.fine).toBeTruthy()
          if (limit.min !== undefined && quantity !== 'quality' && quantity !== 'count')
            expect(text.low, `${locale} ${quantity} low`).toBeDefined()
          if (limit.max !== undefined && quantity !== 'quality')
            expect(text.high, `${locale} ${quantity} high`).toBeDefined()
          if (limit.oneOf) expect(text.wrong, `${locale} ${quantity} wrong`).toBeDefined()
        }
      }
    },
  )

  it('that is said to need landmarks only gives the same readings without any pixels', async () => {
    const recorded = JSON.parse(readFileSync('tests/scenes/tilted-off-centre.json', 'utf8')) as RecordedDetections
    const scene = buildRecordedScene(await drawPixels(GOLDEN_SCENES['tilted-off-centre']), recorded, null)
    const readings = measureLandmarks(scene.face, scene.faceCount!, scene)
    const full = measureAll(scene, null)
    expect(Object.keys(readings)).toContain('pose.yaw')
    for (const [id, reading] of Object.entries(readings)) expect(reading, id).toEqual(full[id])
  })

  it('of a frame without a face is unknown for that reason, or says that there is none', () => {
    const readings = measureLandmarks(null, 0, emptyScene)
    expect(readings['face.count']).toEqual({ value: 0 })
    expect(readings['ears.left']).toEqual({ unknown: 'no-face' })
    expect(Object.keys(readings).sort()).toEqual([...CHECK_IDS].sort())
  })

  it('says unknown, with a reason, where there is nothing to see', () => {
    const readings = measureAll(emptyScene, null)
    expect(Object.keys(readings).sort()).toEqual([...CHECK_IDS].sort())
    for (const [id, reading] of Object.entries(readings)) {
      if (id === 'face.count') expect(reading).toEqual({ value: 0 })
      else expect(reading, id).toHaveProperty('unknown')
    }
  })
})
