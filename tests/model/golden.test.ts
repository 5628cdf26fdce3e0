import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assembleAssets } from '../../build/models/assemble'
import { drawPixels } from '../../tools/pictures/drawn-jpeg'
import { buildGoldenReport } from '../support/golden-report'
import { GOLDEN_SCENES } from '../../tools/pictures/golden-scenes'
import {
  createPlainFileFacts,
  buildRecordedScene,
  addParts,
  type RecordedDetections,
} from '../../tools/pictures/recorded-scene'

await assembleAssets(process.cwd())

/**
 * Everything after the models, on scenes that the models once saw (npm run scenes:record). A changed report is looked
 * at, then kept with `UPDATE_GOLDENS=1 npm run test:model`.
 */
describe('recorded scenes give the reports they gave', () => {
  it.each(Object.entries(GOLDEN_SCENES))('%s', async (name, options) => {
    const recorded = JSON.parse(readFileSync(`tests/scenes/${name}.json`, 'utf8')) as RecordedDetections
    const photo = await drawPixels(options)
    const report = buildGoldenReport(
      await addParts(buildRecordedScene(photo, recorded, createPlainFileFacts(photo.width, photo.height))),
    )
    const golden = `tests/scenes/${name}.report.json`
    if (process.env['UPDATE_GOLDENS']) writeFileSync(golden, `${JSON.stringify(report, null, 2)}\n`)
    expect(report).toEqual(JSON.parse(readFileSync(golden, 'utf8')))
  })
})
