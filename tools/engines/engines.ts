import { existsSync } from 'node:fs'
import { launchBrowser } from '../browser/browser'
import { installPackages, isDebianRoot } from '../browser/debian'
import type { EnginePage } from './engine-page'
import { openFirefox, findFirefox } from './engine-firefox'
import { openWebKit, findMiniBrowser } from './engine-webkit'

/** Engines besides Chromium (tools/browser/browser.ts): Debian packages, run on a virtual X display. */
export const ENGINES = {
  firefox: {
    open: openFirefox,
    isThere: () => findFirefox() !== undefined && existsSync('/usr/bin/Xvfb'),
    packages: ['firefox-esr'],
  },
  webkit: {
    open: openWebKit,
    isThere: () =>
      findMiniBrowser() !== undefined && existsSync('/usr/bin/WebKitWebDriver') && existsSync('/usr/bin/Xvfb'),
    packages: ['webkit2gtk-driver'],
  },
} as const

export type EngineName = keyof typeof ENGINES
export const ENGINE_NAMES = Object.keys(ENGINES) as readonly EngineName[]

/** An X server and Mesa's software GPU, without which neither engine has WebGL. */
const DISPLAY_PACKAGES = ['xvfb', 'libgl1-mesa-dri', 'libegl1']

/** Installs missing engines where possible, and reports those that stay missing: their tests are skipped. */
export function installEngines(): void {
  const missing = (): EngineName[] => ENGINE_NAMES.filter(name => !ENGINES[name].isThere())
  const wanted = missing()
  if (wanted.length && isDebianRoot()) {
    console.log(`Installing for the browser tests: ${wanted.join(', ')} …`)
    try {
      installPackages([...wanted.flatMap(name => ENGINES[name].packages), ...DISPLAY_PACKAGES])
    } catch (error) {
      console.warn(String(error))
    }
  }
  for (const name of missing())
    console.warn(
      `${name} is not here and could not be installed: its tests are skipped (Debian: ` +
        `${[...ENGINES[name].packages, ...DISPLAY_PACKAGES].join(' ')}).`,
    )
}

export async function openChromium(): Promise<EnginePage> {
  const browser = await launchBrowser()
  const page = await browser.newPage()
  return {
    goto: async url => {
      await page.goto(url)
    },
    evaluate: (work, argument) => page.evaluate(work as never, argument),
    close: () => browser.close(),
  }
}
