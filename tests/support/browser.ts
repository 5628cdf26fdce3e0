import type { Browser, BrowserContext } from 'playwright-core'
import { launchBrowser as launch } from '../../tools/browser/browser'
import { MODEL_FILE } from '../../tools/serve/model-files'
import { BROWSER_TIMEOUT_MS } from './timeout'

/**
 * A page of a test lives too short to earn back what V8's optimizing compiler takes for the models' megabytes; its
 * baseline compiler gives the same numbers.
 */
const BASELINE_WASM_SWITCH = '--js-flags=--liftoff-only'

/**
 * The browser of a test: as patient as all browser tests, wherever a test says nothing else. `optimizes`: compiles as
 * a user's does, for tests
 * that keep pace with a camera. The others get no service worker unless they ask for it: what it keeps for a next
 * visit, which they never
 * make, is a tenth of their work.
 */
export async function launchBrowser(switches: readonly string[] = [], { optimizes = false } = {}): Promise<Browser> {
  const browser = await launch(optimizes ? switches : [...switches, BASELINE_WASM_SWITCH])
  // Without a graphics card every frame of a progress bar that glides is painted by the processor that the test waits
  // for.
  if (!optimizes) {
    const newContext = browser.newContext.bind(browser)
    browser.newContext = options => newContext({ reducedMotion: 'reduce', serviceWorkers: 'block', ...options })
  }
  browser.on('context', context => {
    context.setDefaultTimeout(BROWSER_TIMEOUT_MS)
  })
  return browser
}

/**
 * The models and their runtimes stay on the way: for tests that end before any is needed, and would but start up what
 * costs the most.
 */
export async function stallModelRequests(context: BrowserContext): Promise<void> {
  await context.route(MODEL_FILE, () => {})
}
