import type { Checker, Produced } from '../../../src/contract/library'
import { getMedian, measureMedian, time } from './timing'

/** Milliseconds by stage, as a report gives them. */
export type StageTimes = Record<string, number>

export interface CheckerFigures {
  readonly loadMs: number
  readonly checkMs: number
  readonly checkStages: StageTimes
  readonly produceMs: number
  readonly produceStages: StageTimes
}

/** The built library, as a host page uses it; also returns the last file made. */
export async function measureChecker(
  base: string,
  photo: Blob,
): Promise<{ figures: CheckerFigures; produced: Produced }> {
  const { createChecker } = (await import(
    /* @vite-ignore */ `${base}/check/lib/zhaojian.js`
  )) as typeof import('../../../src/zhaojian')
  let checker!: Checker
  const loadMs = await time(async () => {
    checker = await createChecker({ locale: 'en' })
  })
  const check = await measureByStage(async () => (await checker.check(photo)).timings)
  let produced!: Produced
  const produce = await measureByStage(async () => {
    produced = await checker.produce(photo)
    return produced.report.timings
  })
  checker.close()
  const figures = {
    loadMs,
    checkMs: check.ms,
    checkStages: check.stages,
    produceMs: produce.ms,
    produceStages: produce.stages,
  }
  return { figures, produced }
}

async function measureByStage(work: () => Promise<StageTimes>): Promise<{ ms: number; stages: StageTimes }> {
  const times: Record<string, number[]> = {}
  const ms = await measureMedian(async () => {
    for (const [stage, taken] of Object.entries(await work())) (times[stage] ??= []).push(taken)
  })
  const stages = Object.fromEntries(Object.entries(times).map(([stage, taken]) => [stage, getMedian(taken)]))
  return { ms, stages }
}
