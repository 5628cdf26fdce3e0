import { createFilledCrops } from '../filled-crops'
import { openParts } from '../start-models'
import { getMedian, time } from './timing'

/** Calls of the parts model until the engine has compiled its runtime for speed, and then as many that are timed. */
const PARTS_ROUNDS = 150

export interface PartsFigures {
  readonly loadMs: number
  readonly firstMs: number
  readonly compiledMs: number
}

export async function measureParts(base: string): Promise<PartsFigures> {
  const { api, assets, stop } = await openParts(base)
  const crops = createFilledCrops()
  const loadMs = await time(() => api.load(assets))
  const times: number[] = []
  for (let i = 0; i < 2 * PARTS_ROUNDS; i++) times.push(await time(() => api.detect(crops)))
  stop()
  return { loadMs, firstMs: times[0]!, compiledMs: getMedian(times.slice(PARTS_ROUNDS)) }
}
