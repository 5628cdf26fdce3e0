import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assembleAssets } from '../../build/models/assemble'
import { spearman } from '../../tools/sweeps/rank'
import { SWEEPS } from '../../tools/sweeps/sweeps'
import type { PortraitOptions } from '../../src/drawn/index'
import { drawnPixels } from '../../tools/pictures/drawn-jpeg'
import { goldenReport } from '../support/golden-report'
import { plainFile, sceneOf, withParts, type Recorded } from '../../tools/pictures/recorded-scene'

/**
 * A short form of `npm run sweeps` without a browser: light, wall and blur change neither the drawn head nor its
 * outline, so what the
 * models saw once in the faultless portrait serves for every step.
 */
await assembleAssets(process.cwd())
const recorded = JSON.parse(readFileSync('tests/scenes/faultless.json', 'utf8')) as Recorded

async function checks(options: PortraitOptions): Promise<Record<string, string>> {
  const photo = await drawnPixels({ width: 600, height: 800, ...options })
  return goldenReport(await withParts(sceneOf(photo, recorded, plainFile(photo.width, photo.height)))).checks
}
const verdict = (told: string): string => told.split(' ')[0]!

describe('measures follow the drawn truth, and only theirs', () => {
  it.each(SWEEPS.map(sweep => [sweep.name, sweep] as const))(
    '%s',
    async (_, { check, direction, truth, draw, unmoved }) => {
      const steps = truth.filter((_step, i) => i % 3 === 0)
      const reports: Record<string, string>[] = []
      for (const step of steps) reports.push(await checks(draw(step)))
      const values = reports.map(report => Number(report[check]!.split(' ')[1]))
      expect(direction * spearman(steps, values), values.join(' ')).toBeGreaterThan(0.97)
      for (const id of unmoved) expect([...new Set(reports.map(report => verdict(report[id]!)))], id).toHaveLength(1)
    },
    60_000,
  )
})

it('skin tone changes no verdict of light, wall and clothes', async () => {
  const reports = [] as Record<string, string>[]
  for (let skinTone = 0; skinTone < 10; skinTone++) reports.push(await checks({ skinTone, noise: 1.5 }))
  for (const id of Object.keys(reports[0]!))
    expect(
      [...new Set(reports.map(report => verdict(report[id]!)))],
      `${id}: ${reports.map(report => report[id]).join(', ')}`,
    ).toHaveLength(1)
}, 60_000)

it('a noisy but even wall passes', async () => {
  const report = await checks({ noise: 9 })
  expect([report['background.evenness'], report['background.clutter']].map(told => verdict(told!))).toEqual([
    'pass',
    'pass',
  ])
})
