import { setTimeout as pause } from 'node:timers/promises'
import type { EnginePage } from '../../tools/engines/engine-page'
import { BROWSER_TIMEOUT_MS } from './timeout'

/** A check as shown by the page, for messages of failing tests. */
export interface ShownCheck {
  readonly id: string
  readonly verdict: string
  readonly value: string
}

/** Waits until `state` returns the expected value; otherwise throws with the value reached. */
async function waitForState(page: EnginePage, expected: string, state: () => string): Promise<void> {
  let current = ''
  for (const end = performance.now() + BROWSER_TIMEOUT_MS; performance.now() < end; await pause(200)) {
    current = await page.evaluate(state, null)
    if (current === expected) return
    if (current.startsWith('failed')) break
  }
  throw new Error(`The page should be ${expected}; it is ${current}.`)
}

/** `done` once every check is decided, including those of the parts. */
const readPhase = (): string => {
  const page = document.querySelector<HTMLElement>('[data-phase]')
  const phase = page?.dataset['phase'] ?? 'blank'
  if (phase === 'failed') return `failed: ${document.querySelector('[role=alert]')?.textContent}`
  return phase === 'done' && document.querySelector('.verdict .progress') ? 'done but for the parts' : phase
}
const readSaving = (): string => {
  const trouble = document.querySelector('.save [role=alert]')
  return trouble ? `failed: ${trouble.textContent}` : document.querySelector('.made-photo') ? 'saved' : 'saving'
}

export async function openPage(page: EnginePage, url: string): Promise<void> {
  await page.goto(url)
  await waitForState(page, 'ready', readPhase)
}

/** Chooses the photo as the file dialog would, and reads all verdicts from the page. */
export async function checkOnPage(page: EnginePage, photo: Buffer, name: string): Promise<readonly ShownCheck[]> {
  await page.evaluate(
    ({ base64, name }) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], name))
      const input = document.querySelector<HTMLInputElement>('input[type=file]')!
      input.files = data.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    },
    { base64: photo.toString('base64'), name },
  )
  return readChecks(page)
}

/** Lets the page draw its sample and check it. */
export async function checkSample(page: EnginePage): Promise<readonly ShownCheck[]> {
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-action="sample"]')!.click(), null)
  return readChecks(page)
}

async function readChecks(page: EnginePage): Promise<readonly ShownCheck[]> {
  await waitForState(page, 'done', readPhase)
  return page.evaluate(
    () =>
      [...document.querySelectorAll('details.check')].map(({ id, className }) => ({
        id: id.replace(/^check-/, ''),
        verdict: /check-(\w+)/.exec(className)?.[1] ?? '',
        value: document.getElementById(id)!.querySelector('.check-value')?.textContent ?? '',
      })),
    null,
  )
}

/** Clicks save, and returns the bytes of the file that the page hands to the browser. */
export async function saveOnPage(page: EnginePage): Promise<Buffer> {
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-action="save"]')!.click(), null)
  await waitForState(page, 'saved', readSaving)
  const base64 = await page.evaluate(async () => {
    const blob = await (await fetch(document.querySelector<HTMLImageElement>('.made-photo')!.src)).blob()
    const url = await new Promise<string>(resolve => {
      const reader = new FileReader()
      reader.onload = () => resolve(reader.result as string)
      reader.readAsDataURL(blob)
    })
    return url.slice(url.indexOf(',') + 1)
  }, null)
  return Buffer.from(base64, 'base64')
}

export async function resetPage(page: EnginePage): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-action="reset"]')!.click(), null)
  await waitForState(page, 'ready', readPhase)
}
