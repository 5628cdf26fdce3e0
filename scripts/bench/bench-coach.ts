import {
  drawCoachFilm,
  readNotes,
  RIGHT_STRETCH,
  startNotes,
  COACH_STRETCHES,
  readStretch,
  type CoachNote,
} from '../../tools/pictures/coach-film'
import { launchBrowser, createPage } from '../../tools/browser/browser'
import { buildCameraSwitches } from '../../tools/browser/fake-camera'
import { serve } from '../../tools/serve/serve'

/**
 * `npm run bench:coach [-- ROUNDS]`: the page's camera on a played film of faults that follow each other; how long
 * until the coach names each, how long anything else is said, and on which stretch the photo takes itself. Needs a
 * build.
 */
const rounds = Number(process.argv[2] ?? 5)
const served = await serve({ '/check/': 'dist' })
const browser = await launchBrowser(buildCameraSwitches(await drawCoachFilm()))
const page = await createPage(browser)
await page.setViewportSize({ width: 360, height: 780 })
await page.goto(`${served.url}/check/?lang=en`)
await page.locator('[data-phase="ready"]').waitFor({ timeout: 120_000 })
await page.locator('[data-action="camera"]').click()
const automatic = page.locator('.chip', { hasText: 'Automatic' })
await automatic.click()
await page.locator('.steps-live').waitFor({ timeout: 120_000 })
// Until the parts model is there too.
await page.waitForTimeout(15_000)
await startNotes(page)
const length = COACH_STRETCHES.reduce((sum, { seconds }) => sum + seconds, 0)
await page.waitForTimeout(1000 * length * (rounds + 1))
const table = summariseNotes(await readNotes(page))
await automatic.click()
const captured: string[] = []
for (let i = 0; i < rounds; i++) {
  await page.locator('[data-screen="result"]').waitFor({ timeout: 3000 * length })
  captured.push(COACH_STRETCHES[await readStretch(page)]?.name ?? 'none')
  await page.locator('[data-action="retake"]').click()
  await page.locator('.live-picture video').waitFor()
}
await browser.close()
await served.close()

console.log(`${rounds} rounds of a ${length} s film; ms, median and worst`)
console.table(table)
console.log(
  `the photo took itself ${captured.length} times: ${captured.join(', ')}; on the right stretch: ` +
    `${captured.filter(name => name === COACH_STRETCHES[RIGHT_STRETCH]!.name).length}`,
)

/**
 * For each stretch: time until it was named, the longest time for which something was said that it is not (waiting
 * aside), and the longest for which something was said that neither it is nor the stretch before was.
 */
function summariseNotes(notes: readonly CoachNote[]): Record<string, Record<string, string>> {
  const starts = notes
    .map((note, i) => ({ note, i }))
    .filter(({ note, i }) => i > 0 && note.stretch !== notes[i - 1]!.stretch)
  const figures = COACH_STRETCHES.map(() => ({
    named: [] as number[],
    wrong: [] as number[],
    odd: [] as number[],
    never: 0,
  }))
  starts.slice(0, -1).forEach(({ note, i }, nth) => {
    const { expected } = COACH_STRETCHES[note.stretch] ?? {}
    if (!expected) return
    const end = starts[nth + 1]!.i
    const until = (k: number): number => notes[k + 1]!.at
    let named: number | null = null
    const before = COACH_STRETCHES[notes[i - 1]!.stretch]?.expected
    let wrong = 0,
      stretch = 0,
      odd = 0,
      strange = 0
    for (let k = i; k < end; k++) {
      const isRight = expected.test(notes[k]!.instruction)
      if (isRight) named ??= notes[k]!.at - note.at
      stretch = isRight || notes[k]!.instruction === 'wait' ? 0 : stretch + until(k) - notes[k]!.at
      wrong = Math.max(wrong, stretch)
      strange =
        isRight || notes[k]!.instruction === 'wait' || before?.test(notes[k]!.instruction)
          ? 0
          : strange + until(k) - notes[k]!.at
      odd = Math.max(odd, strange)
    }
    const figure = figures[note.stretch]!
    if (named === null) figure.never++
    else figure.named.push(named)
    figure.wrong.push(wrong)
    figure.odd.push(odd)
  })
  const of = (values: number[]): string => {
    const sorted = [...values].sort((a, b) => a - b)
    return sorted.length ? `${sorted[sorted.length >> 1]!.toFixed(0)} / ${sorted.at(-1)!.toFixed(0)}` : '–'
  }
  return Object.fromEntries(
    figures.map(({ named, wrong, odd, never }, i) => [
      COACH_STRETCHES[i]!.name,
      {
        'until named': of(named),
        'longest not yet': of(wrong),
        'longest neither this nor before': of(odd),
        'never named': String(never),
        times: String(wrong.length),
      },
    ]),
  )
}
