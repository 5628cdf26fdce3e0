import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Browser, Frame } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { checkSample, openHostPage, mountElement, serveOrigins, type HostPage, type Origins } from '../support/embedded'
import { BROWSER_TIMEOUT_MS } from '../support/timeout'

/**
 * Messages that are none: of strangers, forged, replayed, out of turn, poisoned, huge. They change nothing on either
 * side, and nobody stumbles.
 */
let browser: Browser
let origins: Origins
let host: HostPage
beforeAll(async () => {
  browser = await launchBrowser()
  origins = await serveOrigins({ frames: 'http:' })
})
afterAll(async () => {
  await browser?.close()
  await origins?.close()
})

interface FrameMessage {
  session: string
  sequence: number
  type: string
  [key: string]: unknown
}
const OPTIONS = {
  profile: { name: 'guet-2025' },
  lang: 'en',
  theme: 'dark',
  mode: 'camera',
  style: { accent: '#800000' },
}

/** Everything a message might have changed: what the element shows and has told, and how the frame's page stands. */
async function readState(): Promise<unknown> {
  const outside = await host.page.evaluate(() => {
    const check = document.querySelector('zhaojian-check')!
    const frame = check.shadowRoot!.querySelector('iframe')!
    return [
      check.outerHTML,
      frame.outerHTML,
      check.shadowRoot!.querySelector('p')!.outerHTML,
      JSON.stringify(window.heard),
      Object.getOwnPropertyNames(Object.prototype).join(),
      ({} as Record<string, unknown>)['polluted'] ?? null,
    ]
  })
  const inside = await (
    await host.getFrameDocument()
  ).evaluate(() => {
    const { attributes } = document.documentElement
    return [
      [...attributes].map(({ name, value }) => `${name}=${value}`),
      document.getElementById('app')!.textContent,
      Object.getOwnPropertyNames(Object.prototype).join(),
      ({} as Record<string, unknown>)['polluted'] ?? null,
    ]
  })
  return { outside, inside }
}

/** The element, open and at rest, with what the frame has said so far, last, and the greeting that it got. */
async function openElement(): Promise<{ frame: Frame; last: FrameMessage; hello: FrameMessage }> {
  host = await openHostPage(browser, origins)
  // Written down in the frame before its page runs.
  await host.page.addInitScript(() => {
    if (window !== top) addEventListener('message', event => window.said.push(event.data))
  })
  await mountElement(host, { profile: 'hanjiang-2025' })
  await host.frame().locator('[data-phase="ready"]').waitFor()
  const frame = await host.getFrameDocument()
  // At rest, the frame has been told how high its page is; nothing more is said by itself.
  await vi.waitFor(
    async () => {
      const outside = await host.page
        .locator('zhaojian-check iframe')
        .evaluate(one => Math.round(one.getBoundingClientRect().height))
      expect(
        await frame.evaluate(() => Math.ceil(document.getElementById('app')!.getBoundingClientRect().height)),
      ).toBe(outside)
    },
    { timeout: BROWSER_TIMEOUT_MS },
  )
  await host.page.waitForTimeout(300)
  const last = (await host.page.evaluate(() => window.said.at(-1))) as FrameMessage
  const hello = (await frame.evaluate(() => window.said[0])) as FrameMessage
  expect(hello.session).toBe(last.session)
  return { frame, last, hello }
}

/** Messages that would be understood if they came from where they should. */
const buildFrameMessages = ({ session, sequence }: FrameMessage): FrameMessage[] => [
  { zhaojian: 1, session, sequence: sequence + 1, type: 'close' },
  { zhaojian: 1, session, sequence: sequence + 1, type: 'size', height: 4321 },
  { zhaojian: 1, session, sequence: sequence + 1, type: 'error', code: 'forged' },
]
const buildHostMessages = ({ session }: FrameMessage): FrameMessage[] => [
  { zhaojian: 1, session, sequence: 1, type: 'update', options: OPTIONS },
  { zhaojian: 1, session, sequence: 1, type: 'close' },
]
/** The same with one thing wrong each. JSON text, so that `__proto__` arrives as a key of its own. */
function spoilMessage(good: FrameMessage): string[] {
  const text = JSON.stringify(good)
  const more = (key: string): string => `{${key}:{"polluted":1},${text.slice(1)}`
  return [
    more('"__proto__"'),
    more('"constructor"'),
    more('"prototype"'),
    more('"extra"'),
    JSON.stringify({ ...good, sequence: good.sequence - 1 }),
    JSON.stringify({ ...good, sequence: good.sequence + 1 }),
    JSON.stringify({ ...good, sequence: String(good.sequence) }),
    JSON.stringify({ ...good, session: 'f'.repeat(32) }),
    JSON.stringify({ ...good, session: null }),
    JSON.stringify({ ...good, zhaojian: 2 }),
    JSON.stringify({ ...good, type: 'toString' }),
    JSON.stringify({ ...good, padding: 'x'.repeat(5_000_000) }),
    JSON.stringify([good]),
    '[]',
    '{}',
    'null',
    '1',
    '"hello"',
    JSON.stringify(text),
    text
      .replace('"options":{', '"options":{"__proto__":{"polluted":1},')
      .replace('"height":4321', '"height":"4321"')
      .replace('"code":"forged"', '"code":"<img src=x>"')
      .replace('"type":"close"', '"type":"close","code":1'),
  ]
}
/** Structures that JSON has no words for. */
const postStrangeValues = (target: Window): void => {
  const cycle: Record<string, unknown> = { zhaojian: 1 }
  cycle['options'] = cycle
  const deep = JSON.parse('['.repeat(500) + ']'.repeat(500)) as unknown
  for (const value of [
    cycle,
    deep,
    new Map([['type', 'close']]),
    new Set(['close']),
    new Date(),
    /close/,
    new Error('close'),
    new ArrayBuffer(8),
    new Array(1e6),
    10n,
    NaN,
    undefined,
  ])
    target.postMessage(value, '*')
}

describe('one element after all of it is as it was before', () => {
  let frame: Frame
  let last: FrameMessage
  let hello: FrameMessage
  beforeAll(async () => {
    ;({ frame, last, hello } = await openElement())
  })
  afterAll(() => host.page.context().close())

  it('to the element: whatever its own frame sends out of turn, malformed or poisoned', async () => {
    const before = await readState()
    await frame.evaluate(`(${postStrangeValues.toString()})(parent)`)
    for (const good of buildFrameMessages(last))
      for (const text of spoilMessage(good))
        await frame.evaluate(json => parent.postMessage(JSON.parse(json), '*'), text)
    // Each of what it has said so far, again.
    await frame.evaluate(
      said => {
        for (const message of said) parent.postMessage(message, '*')
      },
      await host.page.evaluate(() => window.said.slice(0, 3)),
    )
    await host.page.waitForTimeout(300)
    expect(await readState()).toEqual(before)
    expect(host.problems).toEqual([])
  })

  it(
    'to the element: what is right in every word, but of a stranger’s frame, of a sibling of its own ' +
      'origin, of the host itself, of a window it has opened',
    async () => {
      for (const url of [`${origins.stranger.url}/`, `${origins.checkUrl}?embed=element`]) {
        await host.page.evaluate(src => {
          const frame = document.createElement('iframe')
          frame.name = 'other'
          frame.src = src
          document.body.append(frame)
        }, url)
        await expect.poll(() => host.page.frames().filter(one => one.url() === url).length).toBe(1)
      }
      const before = await readState()
      const others = host.page.frames().filter(one => one !== frame && one !== host.page.mainFrame())
      expect(others).toHaveLength(2)
      const [popup] = await Promise.all([
        host.page.waitForEvent('popup'),
        host.page.evaluate(url => {
          window.open(url)
        }, `${origins.stranger.url}/`),
      ])
      await popup.waitForLoadState()
      for (const message of buildFrameMessages(last)) {
        for (const other of others) await other.evaluate(one => parent.postMessage(one, '*'), message)
        await popup.evaluate(one => opener.postMessage(one, '*'), message)
        await host.page.evaluate(one => window.postMessage(one, '*'), message)
      }
      await host.page.waitForTimeout(300)
      expect(await readState()).toEqual(before)
      expect(host.problems).toEqual([])
    },
  )

  it('to the frame: whatever the host sends out of turn, malformed or poisoned, a second greeting too', async () => {
    const before = await readState()
    const send = (json: string): Promise<void> =>
      host.page.evaluate(
        text =>
          document
            .querySelector('zhaojian-check')!
            .shadowRoot!.querySelector('iframe')!
            .contentWindow!.postMessage(JSON.parse(text), '*'),
        json,
      )
    const frame = "document.querySelector('zhaojian-check').shadowRoot.querySelector('iframe').contentWindow"
    await host.page.evaluate(`(${postStrangeValues.toString()})(${frame})`)
    for (const good of buildHostMessages(hello)) for (const text of spoilMessage(good)) await send(text)
    await send(JSON.stringify(hello))
    await send(JSON.stringify({ ...hello, sequence: 1 }))
    await send(JSON.stringify({ ...hello, session: 'e'.repeat(32), options: OPTIONS }))
    for (const options of [
      { ...OPTIONS, profile: { json: ' '.repeat(200_001) } },
      { ...OPTIONS, profile: { name: 'x'.repeat(3000) } },
      { ...OPTIONS, style: { accent: 'url(x)' } },
      { ...OPTIONS, theme: 'sepia' },
      { ...OPTIONS, lang: undefined },
    ]) {
      await send(JSON.stringify({ ...buildHostMessages(hello)[0], options }))
    }
    await host.page.waitForTimeout(300)
    expect(await readState()).toEqual(before)
    expect(host.problems).toEqual([])
    // The conversation goes on as if nothing had been.
    await host.page.locator('zhaojian-check').evaluate(check => check.setAttribute('theme', 'dark'))
    await host.frame().locator('html[data-theme="dark"]').waitFor()
    await checkSample(host)
  })
})

it(
  'to the frame: what is right in every word, but of a stranger’s frame, of a window that was opened, ' +
    'of the page itself',
  async () => {
    host = await openHostPage(browser, origins)
    // The element's frame lies in its shadow, where no stranger finds it; here it lies open, greeted by hand.
    const hello: FrameMessage = {
      zhaojian: 1,
      session: 'a'.repeat(32),
      sequence: 0,
      type: 'hello',
      options: { ...OPTIONS, mode: 'full', theme: 'light' },
    }
    await host.page.evaluate(
      ([check, stranger, hello]) => {
        const [own, other] = [check, stranger].map(src => {
          const frame = document.createElement('iframe')
          frame.src = src as string
          return frame
        }) as [HTMLIFrameElement, HTMLIFrameElement]
        own.addEventListener('load', () => own.contentWindow!.postMessage(hello, new URL(own.src).origin))
        document.body.append(own, other)
      },
      [`${origins.checkUrl}?embed=element`, `${origins.stranger.url}/`, hello] as const,
    )
    await expect
      .poll(
        () =>
          host.page
            .frames()
            .filter(one => [origins.checkUrl, origins.stranger.url].some(url => one.url().startsWith(url))).length,
      )
      .toBe(2)
    const frame = host.page.frames().find(one => one.url().startsWith(origins.checkUrl))!
    await frame.locator('html[data-theme="light"] [data-phase="ready"]').waitFor()
    const stranger = host.page.frames().find(one => one.url() === `${origins.stranger.url}/`)!
    const [popup] = await Promise.all([
      host.page.waitForEvent('popup'),
      host.page.evaluate(url => {
        window.open(url)
      }, `${origins.stranger.url}/`),
    ])
    await popup.waitForLoadState()
    const inside = (): Promise<string> =>
      frame.evaluate(() => JSON.stringify(document.documentElement.dataset) + document.getElementById('app')!.outerHTML)
    const before = await inside()
    for (const message of buildHostMessages(hello)) {
      await stranger.evaluate(one => top![0]!.postMessage(one, '*'), message)
      await popup.evaluate(one => (opener as Window)[0]!.postMessage(one, '*'), message)
      await frame.evaluate(one => window.postMessage(one, '*'), message)
    }
    await host.page.waitForTimeout(300)
    expect(await inside()).toBe(before)
    expect(host.problems).toEqual([])
    // The very same words of the host's own are heard.
    await host.page.evaluate(one => window[0]!.postMessage(one, '*'), buildHostMessages(hello)[0])
    await frame.locator('html[data-theme="dark"]').waitFor()
    await host.page.context().close()
  },
)

it('a host whose origin is opaque is not answered, and the page says that it was not set up', async () => {
  host = await openHostPage(browser, origins, { script: 'none', models: false })
  await host.page.clock.install()
  await host.page.evaluate(src => {
    // A sandbox around the one that embeds: its own origin is 'null', the page inside keeps hers.
    const outer = document.createElement('iframe')
    outer.setAttribute('sandbox', 'allow-scripts')
    outer.src = src
    document.body.append(outer)
  }, `${origins.stranger.url}/`)
  await expect.poll(() => host.page.frames().length).toBe(2)
  const outer = host.page.frames()[1]!
  await outer.waitForLoadState()
  expect(await outer.evaluate(() => origin)).toBe('null')
  await outer.evaluate(src => {
    addEventListener('message', event => window.said.push(event.data))
    const inner = document.createElement('iframe')
    inner.src = src
    inner.addEventListener('load', () => {
      inner.contentWindow!.postMessage(
        {
          zhaojian: 1,
          session: '0'.repeat(32),
          sequence: 0,
          type: 'hello',
          options: { profile: null, lang: 'en', theme: 'dark', mode: 'photo', style: {} },
        },
        '*',
      )
    })
    document.body.append(inner)
  }, `${origins.checkUrl}?embed=element`)
  await expect.poll(() => host.page.frames().length).toBe(3)
  const inner = host.page.frames()[2]!
  await inner.locator('[data-screen="awaiting"]').waitFor()
  await host.page.waitForTimeout(500)
  expect(await inner.locator('html').getAttribute('data-theme')).toBeNull()
  await host.page.clock.fastForward(20_001)
  await inner.locator('[data-problem="profile-unreachable"]').waitFor()
  expect(await outer.evaluate(() => window.said)).toEqual([])
  await host.page.context().close()
})
