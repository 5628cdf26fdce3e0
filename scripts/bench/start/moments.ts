/** What a student waits for, in order; milliseconds since the navigation. */
export const MOMENTS = ['firstPaint', 'usable', 'fileVerdict', 'faceVerdict', 'allVerdicts'] as const
export type Moments = Readonly<Record<(typeof MOMENTS)[number], number>>

/** Runs in the page before anything else: notes the moments in `window.moments`. */
export const watchMoments = `
  window.moments = {}
  const isTold = rule => document.querySelector('[id^="check-' + rule + '."]:not(.check-unknown)') !== null
  const isSeen = {
    // Drawn, and the page's script has taken over what the HTML brought.
    usable: () =>
      document.querySelector('.page [data-action="sample"]') && !document.querySelector('[data-prerendered]'),
    fileVerdict: () => isTold('file'),
    faceVerdict: () => isTold('pose'),
    allVerdicts: () =>
      isTold('pose') && document.querySelector('[data-phase="done"]') && !document.querySelector('.verdict .progress'),
  }
  new MutationObserver(() => {
    for (const name in isSeen) if (!moments[name] && isSeen[name]()) moments[name] = performance.now()
  }).observe(document, { childList: true, subtree: true, attributes: true })
  new PerformanceObserver(list => {
    for (const { name, startTime } of list.getEntries())
      if (name === 'first-contentful-paint') moments.firstPaint = startTime
  }).observe({ type: 'paint', buffered: true })
`
