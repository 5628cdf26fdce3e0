import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Frame, Page } from 'playwright-core'

const AXE_SCRIPT = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** axe-core's violations in one document, without its frames: the rule's id and the first violating element. */
export async function findViolations(document: Frame | Page): Promise<string[]> {
  if (!(await document.evaluate(() => 'axe' in window))) await document.evaluate(AXE_SCRIPT)
  const { violations } = await document.evaluate(() =>
    (window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } }).axe.run(
      window.document,
      { iframes: false },
    ),
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`)
}
