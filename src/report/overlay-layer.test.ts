import { expect, it } from 'vitest'
import type { Report } from '../contract/report'
import { RULES } from '../rules/index'
import { findLayerChecks } from './overlay-layer'

const LAYERS = ['outlines', 'lighting', 'background'] as const
const outline = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
]
const reportOf = (ids: readonly string[], regions = [outline]): Report =>
  ({ checks: ids.map(id => ({ id, regions })) }) as unknown as Report

it.each([
  ['outlines', ['ears.left', 'eyebrows.right', 'eyes.left', 'mouth.gap', 'glasses.kind', 'headwear.worn']],
  ['lighting', ['lighting.highlights', 'red-eye.share']],
  ['background', ['background.clutter', 'clothing.contrast']],
] as const)('%s shows what belongs to it and nothing else', (layer, ids) => {
  const all = reportOf(['gaze.offset', 'geometry.centre', ...ids, 'file.width'])
  expect(findLayerChecks(layer, all).map(({ id }) => id)).toEqual(ids)
})

it('a check without regions, or of a rule that is not known, is on none', () => {
  for (const layer of LAYERS) {
    expect(findLayerChecks(layer, reportOf(['ears.left', 'lighting.balance', 'background.colour'], []))).toEqual([])
    expect(findLayerChecks(layer, reportOf(['nose.length']))).toEqual([])
  }
})

it('every rule’s own layer shows it', () => {
  for (const { id, overlay } of RULES.values())
    for (const layer of LAYERS)
      expect(findLayerChecks(layer, reportOf([`${id}.any`])).length, id).toBe(Number(layer === overlay))
})
