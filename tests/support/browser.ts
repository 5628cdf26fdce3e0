import type { Browser, BrowserContext } from 'playwright-core'
import { launchBrowser as launch } from '../../tools/browser/browser'
import { MODEL_FILE } from '../../tools/serve/model-files'
import { BROWSER_TIMEOUT_MS } from './timeout'

/**
 * Disables V8's optimising wasm compiler: a test's page is too short-lived for optimising megabytes of wasm to pay off;
 * the baseline compiler gives the same numbers.
 */
const BASELINE_WASM_SWITCH = '--js-flags=--liftoff-only'

/** The browser without switches, shared by all files of this test process (vitest.config.ts: isolate is off). */
let sharedBrowser: Promise<Browser> | undefined

/**
 * The browser of a test file, with the timeout of all browser tests. Without switches it is shared by the files of the
 * process, and `close` closes only the contexts. `optimizes`: compiles wasm as a user's browser does, for tests that
 * keep pace with a camera.
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
 * Reduces work: without a GPU every frame of an animated progress bar is painted by the CPU that the test waits for. A
 * service worker, which caches files for a next visit that most tests never make, takes a tenth of the work; tests that
 * need it enable it.
 */
function saveWork(browser: Browser): Browser {
  const newContext = browser.newContext.bind(browser)
  browser.newContext = options => newContext({ reducedMotion: 'reduce', serviceWorkers: 'block', ...options })
  return browser
}

/** Makes `close` close only what a file has opened; the browser ends with the test process. */
function keepOpen(browser: Browser): Browser {
  // A crash must affect only the current file.
  browser.on('disconnected', () => {
    sharedBrowser = undefined
  })
  browser.close = async () => {
    for (const context of browser.contexts()) await context.close()
  }
  return browser
}

/**
 * Stalls requests for models and runtimes, for tests that end before any is needed: starting them is the slowest part.
 */
export async function stallModelRequests(context: BrowserContext): Promise<void> {
  await context.route(MODEL_FILE, () => {})
}
