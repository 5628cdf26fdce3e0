import type { Browser, BrowserContextOptions, Frame, FrameLocator, Page } from 'playwright-core'
import { serve, type StaticServer } from '../../tools/serve/serve'
import { stallModelRequests } from './browser'

/** A host page, the site and an unrelated third page, on three origins, and a record of their messages. */

export interface Origins {
  readonly site: StaticServer
  readonly host: StaticServer
  readonly stranger: StaticServer
  /** URL of the built site's folder. */
  readonly checkUrl: string
  close(): Promise<void>
}

/**
 * Every host page is blank, under the strictest policy that allows the check: the check's origin and its own scripts,
 * plus only `frames` and `connect`. `/school/` serves the files of `school` on each origin.
 */
export async function serveOrigins({
  school = 'demo/host',
  frames = '',
  connect = "'none'",
  headers = {},
}: {
  school?: string
  frames?: string
  connect?: string
  headers?: Readonly<Record<string, string>>
} = {}): Promise<Origins> {
  const policy = (site: string): string =>
    `default-src 'none'; frame-src ${site} ${frames}; script-src ${site} 'self'; connect-src ${connect}`
  const site = await serve({ '/check/': 'dist', '/school/': school })
  const host = await serve(
    { '/': 'tools/serve/blank', '/school/': school },
    { headers: { 'content-security-policy': policy(site.url), ...headers } },
  )
  const stranger = await serve({ '/': 'tools/serve/blank', '/school/': school })
  return {
    site,
    host,
    stranger,
    checkUrl: `${site.url}/check/`,
    close: async () => {
      for (const one of [site, host, stranger]) await one.close()
    },
  }
}

export interface ElementEvent {
  readonly type: string
  readonly detail: Record<string, unknown>
}
export interface HostPage {
  readonly page: Page
  /** Errors and policy violations of any window of the page. */
  readonly problems: readonly string[]
  /** Events of the element so far. */
  readEvents(): Promise<ElementEvent[]>
  /** Waits for an event of the type and returns the latest one. */
  waitForElementEvent(type: string): Promise<ElementEvent>
  frame(): FrameLocator
  /** The document in the element's frame. */
  getFrameDocument(): Promise<Frame>
}

declare global {
  interface Window {
    heard: ElementEvent[]
    said: unknown[]
  }
}

/**
 * A blank host page with the element's script that records the element's events and the frame's messages. `models`:
 * whether the check gets any.
 */
export async function openHostPage(
  browser: Browser,
  { host, checkUrl }: Origins,
  {
    script = 'classic',
    models = true,
    ...options
  }: BrowserContextOptions & { script?: 'classic' | 'module' | 'none'; models?: boolean } = {},
): Promise<HostPage> {
  const context = await browser.newContext({ locale: 'zh-CN', ...options })
  if (!models) await stallModelRequests(context)
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', error => troubles.push(String(error)))
  page.on('console', message => {
    if (/Content Security Policy|Uncaught|postMessage/.test(message.text())) troubles.push(message.text())
  })
  await page.addInitScript(() => {
    window.heard = []
    window.said = []
    if (window === top) addEventListener('message', event => window.said.push(event.data))
  })
  await page.goto(host.url + '/')
  if (script !== 'none')
    await page.addScriptTag({ url: `${checkUrl}embed.js`, ...(script === 'module' ? { type: 'module' } : {}) })
  const readHeard = (): Promise<ElementEvent[]> => page.evaluate(() => window.heard)
  return {
    page,
    problems: troubles,
    readEvents: readHeard,
    waitForElementEvent: async type => {
      await page.waitForFunction(eventType => window.heard.some(one => one.type === eventType), type)
      return (await readHeard()).filter(one => one.type === type).at(-1)!
    },
    frame: () => page.frameLocator('zhaojian-check iframe'),
    getFrameDocument: async () =>
      (await (await page.locator('zhaojian-check iframe').elementHandle())!.contentFrame())!,
  }
}

/** Adds the element to the page with these attributes and properties. */
export async function mountElement(
  { page }: HostPage,
  attributes: Readonly<Record<string, string>> = {},
  properties: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await page.evaluate(
    ({ attributes, properties }) => {
      const check = document.createElement('zhaojian-check')
      for (const type of ['ready', 'report', 'produced', 'error', 'close'])
        check.addEventListener(type, event =>
          window.heard.push({ type, detail: (event as CustomEvent<Record<string, unknown>>).detail }),
        )
      for (const [name, value] of Object.entries(attributes)) check.setAttribute(name, value)
      Object.assign(check, properties)
      document.body.append(check)
    },
    { attributes, properties },
  )
}

/** Lets the page in the frame draw its sample and check it. */
export async function checkSample(host: HostPage): Promise<ElementEvent> {
  await host.frame().locator('[data-action="sample"]').click()
  return host.waitForElementEvent('report')
}
