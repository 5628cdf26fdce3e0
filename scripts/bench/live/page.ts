import type { LiveReport } from '../../../src/contract/report'

/** Shared by the measuring pages: the played camera, and counting. Runs in the page. */

export interface LiveFigures {
  readonly verdicts: number
  readonly seconds: number
  /** Milliseconds from frame to verdict. */
  readonly delays: number[]
  /** Durations of main-thread tasks above 50 ms. */
  readonly longTasks: number[]
  /** Milliseconds since the frame whose pixels, mask and parts a verdict uses. */
  readonly analysisAges: number[]
}

/** Seconds for loading models, filling caches and waiting for the parts model. */
const WARM_UP_SECONDS = 12

export async function openCamera(): Promise<HTMLVideoElement> {
  const video = document.createElement('video')
  video.muted = true
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } })
  // As small as on a phone, so that a software renderer's display time does not dominate.
  video.style.width = '360px'
  document.body.append(video)
  await video.play()
  return video
}

/** Counts the verdicts of `run` for some seconds after a warm-up; `run` returns the function that stops it. */
export async function countVerdicts(
  seconds: number,
  run: (onVerdict: (delay: number, closerAge: number | null) => void) => () => void,
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
  const waitSeconds = (s: number): Promise<void> => new Promise(resolve => setTimeout(resolve, 1000 * s))
  await waitSeconds(WARM_UP_SECONDS)
  isCounting = true
  const start = performance.now()
  await waitSeconds(seconds)
  isCounting = false
  const took = (performance.now() - start) / 1000
  stop()
  observer.disconnect()
  return { verdicts: delays.length, seconds: took, delays, longTasks, analysisAges: closerAges }
}

/** (a) The built library, used as the page uses it. */
export async function measureLibrary(base: string, seconds: number): Promise<LiveFigures> {
  const { createChecker } = (await import(
    /* @vite-ignore */ `${base}/check/lib/zhaojian.js`
  )) as typeof import('../../../src/zhaojian')
  const checker = await createChecker({ locale: 'en' })
  const video = await openCamera()
  return countVerdicts(seconds, onVerdict => {
    const watch = checker.watch(video, ({ timings }: LiveReport) =>
      onVerdict(timings['total']!, timings['closerAge'] ?? null),
    )
    return () => {
      watch.stop()
      checker.close()
    }
  })
}
