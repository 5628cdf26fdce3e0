/** Timed calls of each stage, after one that warms up. */
export const ROUNDS = 7

export const getMedian = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!

/** Milliseconds that the work takes. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Median of `ROUNDS` calls after one that is not counted. */
export async function measureMedian(work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) times.push(await time(work))
  return getMedian(times)
}
