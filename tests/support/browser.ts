import type { Browser } from 'playwright-core'
import { launchBrowser as launch } from '../../scripts/browser'
import { PATIENCE } from './patience'

/** The browser of a test: as patient as all browser tests, wherever a test says nothing else. */
export async function launchBrowser(switches: readonly string[] = []): Promise<Browser> {
  const browser = await launch(switches)
  browser.on('context', context => { context.setDefaultTimeout(PATIENCE) })
  return browser
}
