import type { Browser, BrowserContext } from 'playwright-core'
import { launchBrowser as launch } from '../../tools/browser/browser'
import { MODEL_FILE } from '../../tools/serve/model-files'
import { BROWSER_TIMEOUT_MS } from './timeout'

/**
 * A page of a test lives too short to earn back what V8's optimizing compiler takes for the models' megabytes; its
 * baseline compiler gives the same numbers.
 */
const BASELINE_WASM_SWITCH = '--js-flags=--liftoff-only'

/** The plain browser of this test process: one for all of its files (vitest.config.ts: isolate is off). */
let sharedBrowser: Promise<Browser> | undefined

/**
 * The browser of a test file, with the timeout of all browser tests. Without switches it is shared by the files of the
 * process, and `close` ends the contexts alone. `optimizes`: compiles as a user's does, for tests that keep pace with
 * a camera.
 */
export function launchBrowser(switches: readonly string[] = [], { optimizes = false } = {}): Promise<Browser> {
  if (optimizes) return launchOwn(switches)
  if (switches.length) return launchOwn([...switches, BASELINE_WASM_SWITCH]).then(saveWork)
  return (sharedBrowser ??= launchOwn([BASELINE_WASM_SWITCH]).then(saveWork).then(keepOpen))
}

async function launchOwn(switches: readonly string[]): Promise<Browser> {
  const browser = await launch(switches)
  browser.on('context', context => {
    context.setDefaultTimeout(BROWSER_TIMEOUT_MS)
  })
  return browser
}

/**
 * Without a graphics card every frame of a progress bar that glides is painted by the processor that the test waits
 * for. A service worker, which keeps files for a next visit that most tests never make, is a tenth of their work: those
 * that need it ask for it.
 */
function saveWork(browser: Browser): Browser {
  const newContext = browser.newContext.bind(browser)
  browser.newContext = options => newContext({ reducedMotion: 'reduce', serviceWorkers: 'block', ...options })
  return browser
}

/** `close` ends what a file has opened; the process ends with the one that runs the tests. */
function keepOpen(browser: Browser): Browser {
  // One that crashes takes only its own file along.
  browser.on('disconnected', () => {
    sharedBrowser = undefined
  })
  browser.close = async () => {
    for (const context of browser.contexts()) await context.close()
  }
  return browser
}

/**
 * The models and their runtimes stay on the way: for tests that end before any is needed, and would but start up what
 * costs the most.
 */
export async function stallModelRequests(context: BrowserContext): Promise<void> {
  await context.route(MODEL_FILE, () => {})
}
