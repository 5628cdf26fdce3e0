import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Browser, CDPSession } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { checkSample, openHostPage, mountElement, serveOrigins, type HostPage, type Origins } from '../support/embedded'
import { MODEL_FILE } from '../../tools/serve/model-files'
import { BROWSER_TIMEOUT_MS } from '../support/timeout'

/**
 * The element's life in a page: upgraded late, changed, moved, taken away, again and again; and the frame without it.
 */
let browser: Browser
let origins: Origins
let host: HostPage
beforeAll(async () => {
  browser = await launchBrowser()
  origins = await serveOrigins()
})
afterAll(async () => {
  await browser?.close()
  await origins?.close()
})
afterEach(async () => {
  expect(host.problems).toEqual([])
  await host.page.context().close()
})

const readSchoolProfile = (): Record<string, unknown> =>
  JSON.parse(readFileSync('demo/host/school.json', 'utf8')) as Record<string, unknown>
/** Marks the frame's document, to see later whether it is still the same one. */
const markFrame = async (): Promise<() => Promise<boolean>> => {
  await (
    await host.getFrameDocument()
  ).evaluate(() => {
    document.documentElement.dataset['mark'] = ''
  })
  return async () => (await host.getFrameDocument()).evaluate(() => 'mark' in document.documentElement.dataset)
}
const readEventTypes = async (): Promise<string[]> => (await host.readEvents()).map(({ type }) => type)

it('what is set before the script has come holds afterwards, attributes and properties alike', async () => {
  host = await openHostPage(browser, origins, { script: 'none', models: false })
  await mountElement(
    host,
    { lang: 'en' },
    { profile: readSchoolProfile(), theme: 'dark', mode: 'photo', base: origins.checkUrl },
  )
  expect(await host.page.locator('zhaojian-check iframe').count()).toBe(0)
  await host.page.addScriptTag({ url: `${origins.checkUrl}embed.js` })
  expect((await host.waitForElementEvent('ready')).detail).toEqual({
    profile: { id: 'example-college', version: '2026.1' },
  })
  const frame = host.frame()
  await frame.locator('html[data-theme="dark"][lang="en"]').waitFor()
  expect(await frame.locator('[data-action="camera"]').count()).toBe(0)
  expect(await frame.locator('.start').textContent()).toContain('Example College, class of 2026')
  expect(
    await host.page
      .locator('zhaojian-check')
      .evaluate(check => ['profile', 'theme', 'mode', 'base'].filter(name => Object.hasOwn(check, name))),
  ).toEqual([])
  expect(
    await host.page
      .locator('zhaojian-check')
      .evaluate(check => [check.getAttribute('theme'), check.getAttribute('mode'), check.getAttribute('profile')]),
  ).toEqual(['dark', 'photo', null])
  // Loaded twice, it stays as it is.
  const same = await markFrame()
  await host.page.addScriptTag({ url: `${origins.checkUrl}embed.js` })
  expect(await same()).toBe(true)
})

it(
  'changes while it is open reach the same page, however many in one go by one message; what is ' +
    'unknown counts as unsaid',
  async () => {
    host = await openHostPage(browser, origins, { models: false })
    await mountElement(host, { profile: 'hanjiang-2025', theme: 'light', lang: 'zh-CN' })
    await host.waitForElementEvent('ready')
    const same = await markFrame()
    const frame = host.frame()
    await (
      await host.getFrameDocument()
    ).evaluate(() => addEventListener('message', event => window.said.push(event.data)))
    await host.page.locator('zhaojian-check').evaluate(check => {
      const element = check as HTMLElement & { theme: string; profile: string; mode: string }
      element.lang = 'en'
      element.theme = 'sepia'
      element.theme = 'dark'
      element.setAttribute('profile', 'guet-2025')
      element.mode = 'camera'
    })
    await frame.locator('html[data-theme="dark"][lang="en"]').waitFor()
    await expect
      .poll(async () => (await host.readEvents()).at(-1)!.detail)
      .toMatchObject({ profile: { id: 'guet-2025' } })
    expect(
      await (
        await host.getFrameDocument()
      ).evaluate(() => window.said.map(message => (message as { type: string }).type)),
    ).toEqual(['update'])
    // The camera first: no choice of files.
    expect(await frame.locator('.start input[type=file]:not([capture])').count()).toBe(0)
    expect(await frame.locator('[data-action="sample"]').count()).toBe(0)

    await host.page.locator('zhaojian-check').evaluate(check => {
      check.setAttribute('theme', 'sepia')
      check.setAttribute('mode', 'everything')
      check.setAttribute('lang', 'tlh')
    })
    await frame.locator('html:not([data-theme])').waitFor({ state: 'attached' })
    await frame.locator('[data-action="sample"]').waitFor()
    expect(
      await host.page
        .locator('zhaojian-check')
        .evaluate(check => [
          (check as HTMLElement & { theme: string }).theme,
          (check as HTMLElement & { mode: string }).mode,
        ]),
    ).toEqual(['auto', 'full'])
    expect(await same()).toBe(true)
    expect(await readEventTypes()).toEqual(['ready', 'ready'])

    // An object goes before the attribute, and leaves with null; then the student chooses, among ours.
    await host.page.locator('zhaojian-check').evaluate((check, own) => {
      ;(check as HTMLElement & { profile: object }).profile = own
    }, readSchoolProfile())
    await expect
      .poll(async () => (await host.readEvents()).at(-1)!.detail)
      .toMatchObject({ profile: { id: 'example-college' } })
    expect(await frame.locator('select').count()).toBe(0)
    await host.page.locator('zhaojian-check').evaluate(check => {
      ;(check as HTMLElement & { profile: null }).profile = null
    })
    await expect
      .poll(async () => (await host.readEvents()).at(-1)!.detail)
      .toMatchObject({ profile: { id: 'moe-2017-99' } })
    expect(await frame.locator('select option').allTextContents()).not.toContain('示范学院 2026 届')
    expect(await same()).toBe(true)
  },
)

it('moved, it begins a new session where the browser loads the frame anew, and goes on where it does not', async () => {
  host = await openHostPage(browser, origins)
  await mountElement(host, { profile: 'hanjiang-2025' })
  await host.waitForElementEvent('ready')
  const sessions = (): Promise<string[]> =>
    host.page.evaluate(() => [...new Set(window.said.map(message => (message as { session: string }).session))])
  const same = await markFrame()
  await host.page.evaluate(() => {
    document.body.appendChild(document.createElement('div')).append(document.querySelector('zhaojian-check')!)
  })
  await expect.poll(readEventTypes).toEqual(['ready', 'ready'])
  expect(await same()).toBe(false)
  expect(await sessions()).toHaveLength(2)
  expect(await host.page.locator('zhaojian-check iframe').count()).toBe(1)

  const stays = await markFrame()
  const moves = await host.page.evaluate(() => {
    const parent = document.body.appendChild(document.createElement('div')) as HTMLElement & {
      moveBefore?(node: Node, child: Node | null): void
    }
    parent.moveBefore?.(document.querySelector('zhaojian-check')!, null)
    return parent.moveBefore !== undefined
  })
  if (moves) expect(await stays()).toBe(true)
  await checkSample(host)
  expect(await sessions()).toHaveLength(2)
})

it('taken away, put back and taken away again, it is whole each time', async () => {
  host = await openHostPage(browser, origins, { models: false })
  await mountElement(host, { profile: 'hanjiang-2025' })
  await host.waitForElementEvent('ready')
  const left = await host.page.evaluate(async () => {
    const check = document.querySelector('zhaojian-check')!
    check.remove()
    await null
    await null
    const gone = check.shadowRoot!.querySelectorAll('iframe').length
    document.body.append(check)
    return gone
  })
  expect(left).toBe(0)
  await expect.poll(readEventTypes).toEqual(['ready', 'ready'])
})

// Fifty starts take longer than any other test.
it(
  'fifty times mounted and removed, nothing is left: no worker, no frame, no listener, no node',
  { timeout: 6 * BROWSER_TIMEOUT_MS },
  async () => {
    host = await openHostPage(browser, origins)
    const cdp = await host.page.context().newCDPSession(host.page)
    await cdp.send('Performance.enable')
    // The workers are at work when the element goes: in one round of ten on the models, else waiting for them.
    let stalled = true
    await host.page.context().route(MODEL_FILE, route => (stalled ? undefined : route.continue()))
    const open = async (models = true): Promise<void> => {
      stalled = !models
      await mountElement(host, { profile: 'hanjiang-2025' })
      await expect.poll(() => host.page.workers().length, { interval: 20 }).toBeGreaterThan(0)
    }
    const remove = (): Promise<void> =>
      host.page.evaluate(() => {
        document.querySelector('zhaojian-check')!.remove()
        window.heard = []
        window.said = []
      })
    // What the first ones leave in the browser's own caches is no growth.
    for (let times = 0; times < 3; times++) {
      await open()
      await remove()
    }
    const before = await readCounts(cdp)
    await open()
    // The count sees what is in the frame: its document, and that of the template with the start screen in English.
    expect(await readCounts(cdp)).toMatchObject({ frames: before.frames + 1, documents: before.documents + 2 })
    await remove()
    for (let times = 1; times < 50; times++) {
      await open(times % 10 === 0)
      await remove()
    }
    await expect.poll(() => host.page.workers().length).toBe(0)
    const after = await readCounts(cdp)
    console.log(`before ${JSON.stringify(before)}, after fifty ${JSON.stringify(after)}`)
    expect({ frames: after.frames, documents: after.documents }).toEqual({
      frames: before.frames,
      documents: before.documents,
    })
    // One kept in each round would be fifty.
    expect(after.listeners - before.listeners).toBeLessThan(50)
    expect(after.nodes - before.nodes).toBeLessThan(50)
  },
)

/** What the page's process holds, after its garbage is collected. */
async function readCounts(
  cdp: CDPSession,
): Promise<Record<'frames' | 'documents' | 'listeners' | 'nodes' | 'heap', number>> {
  for (let times = 0; times < 5; times++) {
    await cdp.send('HeapProfiler.collectGarbage')
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (name: string): number => metrics.find(one => one.name === name)!.value
  return {
    frames: of('Frames'),
    documents: of('Documents'),
    listeners: of('JSEventListeners'),
    nodes: of('Nodes'),
    heap: of('JSHeapUsedSize'),
  }
}

it('a plain frame needs no script: its address says all, and nothing is said to the host', async () => {
  host = await openHostPage(browser, origins, { script: 'none' })
  await host.page.evaluate(src => {
    const frame = document.createElement('iframe')
    frame.src = src
    frame.style.cssText = 'width: 100%; height: 900px'
    document.body.append(frame)
  }, `${origins.checkUrl}?embed&profile=guet-2025&lang=en&theme=dark&mode=photo`)
  const frame = host.page.frameLocator('iframe')
  await frame.locator('html[data-theme="dark"][lang="en"] [data-phase="ready"]').waitFor()
  expect(await frame.locator('select').count()).toBe(0)
  expect(await frame.locator('[data-action="camera"]').count()).toBe(0)
  expect(await frame.locator('.brand img').count()).toBe(0)
  await frame.locator('[data-action="sample"]').click()
  await frame.locator('[data-phase="done"]').waitFor()
  // Nobody listens, so there is nobody to tell that one is done.
  expect(await frame.locator('[data-action="done"]').count()).toBe(0)
  expect(await host.page.evaluate(() => window.said)).toEqual([])
})
