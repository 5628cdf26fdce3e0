import type { LiveReport } from '../../../src/contract/report'

/** What the measuring page shares: the played camera, and counting. Runs in the page. */

export interface LiveFigures {
  readonly verdicts: number
  readonly seconds: number
  /** Milliseconds from taking a frame to its verdict. */
  readonly delays: number[]
  /** Milliseconds of each task of the main thread that took more than 50. */
  readonly longTasks: number[]
  /** Milliseconds since the frame whose pixels, mask and parts a verdict speaks of. */
  readonly analysisAges: number[]
}

/** Seconds in which models load, caches fill and the parts model arrives. */
const WARM_UP_SECONDS = 12

export async function openCamera(): Promise<HTMLVideoElement> {
  const video = document.createElement('video')
  video.muted = true
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } })
  // As wide as a phone shows it: what a software renderer spends on showing it is not what is measured.
  video.style.width = '360px'
  document.body.append(video)
  await video.play()
  return video
}

/** Counts what `run` tells of each verdict, after warming up, for so many seconds; `run` returns what stops it. */
export async function countVerdicts(
  seconds: number,
  run: (told: (delay: number, closerAge: number | null) => void) => () => void,
): Promise<LiveFigures> {
  const delays: number[] = [],
    longTasks: number[] = [],
    closerAges: number[] = []
  let isCounting = false
  const observer = new PerformanceObserver(list => {
    if (isCounting) longTasks.push(...list.getEntries().map(({ duration }) => duration))
  })
  observer.observe({ type: 'longtask' })
  const stop = run((delay, closerAge) => {
    if (!isCounting) return
    delays.push(delay)
    if (closerAge !== null) closerAges.push(closerAge)
  })
  const wait = (s: number): Promise<void> => new Promise(resolve => setTimeout(resolve, 1000 * s))
  await wait(WARM_UP_SECONDS)
  isCounting = true
  const start = performance.now()
  await wait(seconds)
  isCounting = false
  const took = (performance.now() - start) / 1000
  stop()
  observer.disconnect()
  return { verdicts: delays.length, seconds: took, delays, longTasks, analysisAges: closerAges }
}

/** (a) The built library, as the page uses it. */
export async function measureLibrary(base: string, seconds: number): Promise<LiveFigures> {
  const { createChecker } = (await import(
    /* @vite-ignore */ `${base}/check/lib/zhaojian.js`
  )) as typeof import('../../../src/zhaojian')
  const checker = await createChecker({ locale: 'en' })
  const video = await openCamera()
  return countVerdicts(seconds, told => {
    const watch = checker.watch(video, ({ timings }: LiveReport) =>
      told(timings['total']!, timings['closerAge'] ?? null),
    )
    return () => {
      watch.stop()
      checker.close()
    }
  })
}
