import { describe, expect, it } from 'vitest'
import { FRAMES } from './cases'
import { measureBackground } from './measure'

describe('what is laid over the picture', () => {
  it.each(FRAMES.map((make, i) => [i, make] as const))('is named (%i)', async (_, make) => {
    const { scene, value } = await make()
    expect(measureBackground(scene, null).frame).toMatchObject({ value })
  })
})
