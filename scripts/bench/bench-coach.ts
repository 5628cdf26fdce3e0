import {
  drawCoachFilm,
  readNotes,
  RIGHT_STRETCH,
  startNotes,
  COACH_STRETCHES,
  readStretch,
} from '../../tools/pictures/coach-film'
import { launchBrowser, createPage } from '../../tools/browser/browser'
import { buildCameraSwitches } from '../../tools/browser/fake-camera'
import { summariseNotes } from './summarise-notes'
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
