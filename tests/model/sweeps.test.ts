import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assembleAssets } from '../../build/models/assemble'
import { computeSpearman } from '../../tools/sweeps/rank'
import { SWEEPS } from '../../tools/sweeps/sweeps'
import type { Scene } from '../../src/contract/scene'
import type { PortraitOptions } from '../../src/drawn/index'
import { drawPixels } from '../../tools/pictures/drawn-jpeg'
import { buildGoldenReport } from '../support/golden-report'
import {
  createPlainFileFacts,
  buildRecordedScene,
  addParts,
  type RecordedDetections,
} from '../../tools/pictures/recorded-scene'

/**
 * A short form of `npm run sweeps` without a browser: light, wall and blur change neither the drawn head nor its
 * outline, so what the models saw once in the faultless portrait serves for every step.
 */
await assembleAssets(process.cwd())
const recorded = JSON.parse(readFileSync('tests/scenes/faultless.json', 'utf8')) as RecordedDetections

async function drawScene(options: PortraitOptions): Promise<Scene> {
  const photo = await drawPixels({ width: 600, height: 800, ...options })
  return buildRecordedScene(photo, recorded, createPlainFileFacts(photo.width, photo.height))
}
/** Without the parts model, of which light, wall, blur and geometry see nothing. */
const checkDrawn = async (options: PortraitOptions): Promise<Record<string, string>> =>
  buildGoldenReport(await drawScene(options)).checks
const checkDrawnWithParts = async (options: PortraitOptions): Promise<Record<string, string>> =>
  buildGoldenReport(await addParts(await drawScene(options))).checks
const readVerdict = (told: string): string => told.split(' ')[0]!

describe('measures follow the drawn truth, and only theirs', () => {
  it.each(SWEEPS.map(sweep => [sweep.name, sweep] as const))(
    '%s',
    async (_, { check, direction, truth, draw, unaffectedChecks }) => {
      const steps = truth.filter((_step, i) => i % 3 === 0)
      const reports: Record<string, string>[] = []
      for (const step of steps) reports.push(await checkDrawn(draw(step)))
      const values = reports.map(report => Number(report[check]!.split(' ')[1]))
      expect(direction * computeSpearman(steps, values), values.join(' ')).toBeGreaterThan(0.97)
      for (const id of unaffectedChecks)
        expect([...new Set(reports.map(report => readVerdict(report[id]!)))], id).toHaveLength(1)
    },
    60_000,
  )
})

it('skin tone changes no verdict of light, wall and clothes', async () => {
  const reports = [] as Record<string, string>[]
  for (let skinTone = 0; skinTone < 10; skinTone++) reports.push(await checkDrawnWithParts({ skinTone, noise: 1.5 }))
  for (const id of Object.keys(reports[0]!))
    expect(
      [...new Set(reports.map(report => readVerdict(report[id]!)))],
      `${id}: ${reports.map(report => report[id]).join(', ')}`,
    ).toHaveLength(1)
}, 60_000)

it('a noisy but even wall passes', async () => {
  const report = await checkDrawn({ noise: 9 })
  expect([report['background.evenness'], report['background.clutter']].map(told => readVerdict(told!))).toEqual([
    'pass',
    'pass',
  ])
})
