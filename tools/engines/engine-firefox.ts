import { existsSync } from 'node:fs'
import puppeteer from 'puppeteer-core'
import { openDisplay } from './display'
import type { EnginePage } from './engine-page'

/** Enables software WebGL, also in workers; Firefox blocks it by default. */
const PREFERENCES = {
  'webgl.force-enabled': true,
  'webgl.disable-fail-if-major-performance-caveat': true,
  'gfx.x11-egl.force-enabled': true,
}

export const findFirefox = (): string | undefined => ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync)

/** Firefox over WebDriver BiDi, with a window, because headless it has no WebGL. */
export async function openFirefox(): Promise<EnginePage> {
  const display = await openDisplay()
  try {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findFirefox()!,
      headless: false,
      env: { ...process.env, DISPLAY: display.name },
      extraPrefsFirefox: PREFERENCES,
    })
    const page = await browser.newPage()
    return {
      goto: async url => {
        await page.goto(url)
      },
      evaluate: (work, argument) => page.evaluate(work as never, argument),
      close: async () => {
        await browser.close()
        display.close()
      },
    }
  } catch (error) {
    display.close()
    throw error
  }
}
