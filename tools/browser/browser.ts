import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type Page } from 'playwright-core'
import { installPackages, isDebianRoot } from './debian'

const BROWSER_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Path of a Chromium: CHROME_PATH, an installed one, or Playwright's download; undefined if there is none. */
function findBrowser(): string | undefined {
  const getPlaywrightPath = (): string | undefined => {
    try {
      return chromium.executablePath()
    } catch {
      return undefined
    }
  }
  return [process.env['CHROME_PATH'], ...BROWSER_PATHS, getPlaywrightPath()].find(
    path => path !== undefined && existsSync(path),
  )
}

function installBrowser(): void {
  if (isDebianRoot()) installPackages(['chromium'])
  else
    execFileSync(
      process.execPath,
      [createRequire(import.meta.url).resolve('playwright-core/cli.js'), 'install', 'chromium'],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    )
}

/** Path of a Chromium; installs one if needed (Debian's package where possible, else Playwright's download). */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found) return found
  console.log('No Chromium found; installing one for the browser tests …')
  try {
    installBrowser()
  } catch {
    /* reported below */
  }
  const installed = findBrowser()
  if (installed) return installed
  throw new Error(
    'No Chromium and none could be installed: install Chromium or Chrome, or set CHROME_PATH to its executable.',
  )
}

/**
 * Switches for a machine without a GPU, running as root or not, and without background network traffic. WebGL uses
 * SwiftShader; rendering the page with it too would make tests 25 % slower.
 */
const LAUNCH_SWITCHES = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
  '--disable-gpu-rasterization',
  '--disable-dev-shm-usage',
]

export function launchBrowser(extra: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: ensureBrowser(), args: [...LAUNCH_SWITCHES, ...extra] })
}

/** A page that accepts functions of scripts run by tsx, whose compiler calls a helper that pages lack. */
export async function createPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.addInitScript('globalThis.__name = f => f')
  return page
}
