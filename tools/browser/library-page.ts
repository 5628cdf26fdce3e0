import type { Page } from 'playwright-core'
import type { Report } from '../../src/contract/report'
import { launchBrowser, createPage } from './browser'
import { serve } from '../serve/serve'

export interface CheckAnswer {
  readonly report: Report | null
  readonly code: string | null
  readonly message: string | null
}
export interface ProduceAnswer extends CheckAnswer {
  readonly jpeg: Uint8Array | null
}

/** The built library in a real browser, driven from Node. */
export interface LibraryPage {
  readonly page: Page
  check(url: string): Promise<CheckAnswer>
  produce(url: string): Promise<ProduceAnswer>
  close(): Promise<void>
}

/** Serves dist/ and `photos` (under /photos/), opens a page and loads the library's models there. */
export async function openLibraryPage(photos: string, profile = 'hanjiang-2025'): Promise<LibraryPage> {
  const served = await serve({ '/check/': 'dist', '/photos/': photos, '/blank/': 'tools/serve/blank' })
  const browser = await launchBrowser()
  const page = await createPage(browser)
  await page.goto(`${served.url}/blank/`)
  await page.evaluate(
    async ({ library, profile }) => {
      const { createChecker } = (await import(/* @vite-ignore */ library)) as typeof import('../../src/zhaojian')
      window.checker = await createChecker({ profile, locale: 'en' })
    },
    { library: `${served.url}/check/lib/zhaojian.js`, profile },
  )

  const ask = (photo: string, make: boolean): Promise<CheckAnswer & { jpeg: string | null }> =>
    page.evaluate(askLibrary, { url: `${served.url}/photos/${encodeURIComponent(photo)}`, make })
  return {
    page,
    check: url => ask(url, false),
    produce: async url => {
      const { jpeg, ...rest } = await ask(url, true)
      return { ...rest, jpeg: jpeg === null ? null : Buffer.from(jpeg, 'base64') }
    },
    close: async () => {
      await browser.close()
      await served.close()
    },
  }
}

/** Runs in the page: checks the photo at `url`, or with `make` produces its file, as base64. */
async function askLibrary({
  url,
  make,
}: {
  url: string
  make: boolean
}): Promise<CheckAnswer & { jpeg: string | null }> {
  const blob = await (await fetch(url)).blob()
  const photo = new File([blob], url.split('/').pop()!)
  try {
    if (!make) return { report: await window.checker.check(photo), code: null, message: null, jpeg: null }
    const { jpeg, report } = await window.checker.produce(photo)
    const dataUrl = await new Promise<string>(resolve => {
      const reader = new FileReader()
      reader.onload = () => resolve(reader.result as string)
      reader.readAsDataURL(jpeg)
    })
    return { report, code: null, message: null, jpeg: dataUrl.slice(dataUrl.indexOf(',') + 1) }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    return { report: null, code: code ?? 'untyped', message, jpeg: null }
  }
}
