import { expect, it } from 'vitest'
import { planCrop } from '../crop/plan'
import { drawScene, moveLandmarks } from '../../tests/support/case-scenes'
import { getProfile, listProfiles } from './index'
import { toCropTarget, toFileTarget } from './targets'

/** Of a phone: 12 megapixels, drawn at a fifth of them, which takes a second instead of half a minute. */
const SCALE = 5
const drawn = await drawScene()
const scene = {
  ...moveLandmarks(drawn, (_, { x, y }) => ({ x: SCALE * x, y: SCALE * y })),
  width: SCALE * drawn.width,
  height: SCALE * drawn.height,
}

/**
 * Bytes a pixel that every photo has at the best quality: the least of 60 portraits at 480x640, quality 100, 4:4:4, is
 * 137 kB; smaller pictures have more.
 */
const LEAST_BYTES_PER_PIXEL = 137_000 / (480 * 640)

it.each(listProfiles().map(({ id }) => id))('a photo of 12 megapixels becomes a file within the limits of %s', id => {
  const profile = getProfile(id)
  const { width, height, face, person } = scene
  const plan = planCrop({ width, height, face: face!, person }, toCropTarget(profile))
  expect(plan).toMatchObject({ feasible: true, obstacle: null })
  const { outputWidth, outputHeight } = plan
  const made = { 'file.width': outputWidth, 'file.height': outputHeight, 'file.ratio': outputWidth / outputHeight }
  for (const [check, value] of Object.entries(made)) {
    const { min = 0, max = Infinity } = profile.checks[check] ?? {}
    expect(value, check).toBeGreaterThanOrEqual(min)
    expect(value, check).toBeLessThanOrEqual(max)
  }
  const { minBytes } = toFileTarget(profile)
  expect(minBytes ?? 0).toBeLessThan(LEAST_BYTES_PER_PIXEL * outputWidth * outputHeight)
})
