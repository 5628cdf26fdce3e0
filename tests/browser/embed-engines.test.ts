import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveDemo, type DemoHost } from '../../tools/serve/demo-host'
import { ENGINE_NAMES, ENGINES } from '../../tools/engines/engines'
import { BROWSER_TIMEOUT_MS } from '../support/timeout'

/** The element in the other engines: found by its own address, greeted, dressed, and as a module too. */
let demo: DemoHost
beforeAll(async () => {
  demo = await serveDemo()
})
afterAll(() => demo.close())

describe.each(ENGINE_NAMES)('%s', name => {
  const isThere = ENGINES[name].isThere()

  it.skipIf(!isThere).each(['classic', 'module'])('as a %s script', async kind => {
    const page = await ENGINES[name].open()
    try {
      await page.goto(`${demo.host.url}/${kind === 'module' ? 'module.html' : ''}`)
      const told = (): Promise<string> => page.evaluate(() => document.querySelector('.log')?.textContent ?? '', null)
      for (
        const end = performance.now() + BROWSER_TIMEOUT_MS;
        !(await told()).includes('ready') && performance.now() < end;
      )
        await pause(200)
      expect(await told()).toContain('ready example-college 2026.1')
      await expect
        .poll(() =>
          page.evaluate(
            () => document.querySelector('zhaojian-check')!.shadowRoot!.querySelector('iframe')!.offsetHeight,
            null,
          ),
        )
        // More than the height it begins with (embed/host/element-styles.ts): the page has told its own, which the
        // machine's fonts decide.
        .toBeGreaterThan(480)
    } finally {
      await page.close()
    }
  })
})
