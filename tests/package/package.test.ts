import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../src/contract/report'
import type { Checker } from '../../src/contract/library'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'
import { serve, type StaticServer } from '../../tools/serve/serve'
import { launchBrowser } from '../support/browser'
import { installPackage, runTool, runWebpack, type Workspace } from './installed'

/** The package, installed as a school would, in hosts of every kind that docs/library.md has a recipe for. */
const LINKED = ['vite', 'preact', '@types/react']
const TYPESCRIPT = 'typescript/bin/tsc'

let workspace: Workspace
beforeAll(() => {
  workspace = installPackage(LINKED)
})
afterAll(() => workspace?.remove())

describe('what is in the package', () => {
  const required = [
    'package.json',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'dist/index.html',
    'dist/embed.js',
    'dist/embed.d.ts',
    'dist/react.d.ts',
    'dist/preact.d.ts',
    'dist/lib/zhaojian.js',
    'dist/lib/zhaojian.d.ts',
    'dist/lib/workers/photo.js',
    'dist/models/manifest.json',
    'dist/models/face.task',
    'dist/runtime/vision_wasm_module_internal.wasm',
  ]

  it('is the site, the library, the element, the models and their licences', () => {
    expect(workspace.files).toEqual(expect.arrayContaining(required))
    expect(workspace.files.filter(path => path.startsWith('dist/models/licences/')).length).toBeGreaterThan(0)
  })

  it('is no source, no test and nothing but what is listed', () => {
    const root = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md']
    expect(workspace.files.filter(path => !path.startsWith('dist/') && !root.includes(path))).toEqual([])
    expect(workspace.files.filter(path => /\.(tsx|map)$|\.test\./.test(path))).toEqual([])
  })

  it('needs no other package, and every export is a file in it', () => {
    const described = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>
    expect(described['dependencies'] ?? {}).toEqual({})
    expect(described['private']).toBeUndefined()
    const targets = [...JSON.stringify(described['exports']).matchAll(/"\.\/([^"*]+\.[^"*]+)"[,}]/g)].map(
      ([, path]) => path,
    )
    expect(targets.length).toBeGreaterThan(5)
    expect(workspace.files).toEqual(expect.arrayContaining(targets))
  })
})

describe('in Node', () => {
  const run = (script: string): string =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: workspace.folder,
      encoding: 'utf8',
      stdio: 'pipe',
    })

  it('library and element can be imported; a checker is refused with a code', () => {
    const script = `
      import 'zhaojian/embed'
      import { createChecker, listProfiles, PhotoError } from 'zhaojian'
      const error = await createChecker().catch(error => error)
      const typed = error instanceof PhotoError
      console.log(JSON.stringify({ profiles: listProfiles().length, typed, code: error.code }))`
    const answer = JSON.parse(run(script)) as { profiles: number; typed: boolean; code: string }
    const { profiles, typed, code } = answer
    expect({ typed, code }).toEqual({ typed: true, code: 'unsupported-browser' })
    expect(profiles).toBeGreaterThanOrEqual(8)
  })
})

describe('types', () => {
  it.each(['typescript', 'react', 'preact'])('a %s host compiles against them', name => {
    runTool(workspace.addHost(name), TYPESCRIPT, '-p', '.')
  })
})

interface HostWindow {
  start(): Promise<Checker>
  startWithoutAssets(): Promise<Checker>
}

describe('in a browser', () => {
  let browser: Browser
  let portrait: string
  let served: StaticServer | undefined
  beforeAll(async () => {
    browser = await launchBrowser()
    portrait = (await drawJpeg({ width: 960, height: 1280 })).toString('base64')
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  async function openHost(folder: string): Promise<Page> {
    await served?.close()
    served = await serve({ '/school/photo/': folder })
    const page = await browser.newPage()
    await page.goto(`${served.url}/school/photo/`)
    return page
  }

  /** The element opens the site's page; then it is taken out, so that one set of models runs at a time. */
  async function expectElementToOpen(page: Page): Promise<void> {
    // The line "opening" goes once the page in the frame has answered.
    await page.waitForFunction(() => document.querySelector('zhaojian-check')?.shadowRoot?.querySelector('p')?.hidden)
    await page.evaluate(() => document.querySelector('zhaojian-check')!.remove())
  }

  async function expectCheckToWork(page: Page): Promise<void> {
    const report = await page.evaluate(async base64 => {
      const photo = await (await fetch(`data:image/jpeg;base64,${base64}`)).blob()
      const checker = await (window as unknown as HostWindow).start()
      const report = await checker.check(photo)
      checker.close()
      return report
    }, portrait)
    expectFaultless(report)
  }

  function expectFaultless({ checks, crop }: Report): void {
    const verdicts = new Map(checks.map(({ id, verdict }) => [id, verdict]))
    expect(verdicts.get('face.count')).toBe('pass')
    // Judged by the parts model, which is loaded last.
    expect(verdicts.get('ears.left')).toBe('pass')
    expect(checks.filter(({ id, verdict }) => verdict === 'fail' && !id.startsWith('file.'))).toEqual([])
    expect(crop).not.toBeNull()
  }

  async function expectMissingAssetsToBeNamed(page: Page): Promise<void> {
    const { code, message } = await page.evaluate(async () => {
      const error = await (window as unknown as HostWindow).startWithoutAssets().catch((error: unknown) => error)
      // An Error would cross to the test without its code.
      const { code, message } = error as { code: string; message: string }
      return { code, message }
    })
    expect(code).toBe('assets-missing')
    expect(message).toContain(`${served!.url}/school/photo/nowhere/models/manifest.json`)
  }

  it('plain HTML works with the folder copied', async () => {
    const host = workspace.addHost('plain')
    cpSync(join(workspace.folder, 'node_modules/zhaojian/dist'), join(host, 'zhaojian'), { recursive: true })
    const page = await openHost(host)
    await expectElementToOpen(page)
    await expectMissingAssetsToBeNamed(page)
    await expectCheckToWork(page)
  })

  it('a build of Vite works with its recipe', async () => {
    const host = workspace.addHost('vite')
    runTool(host, 'vite/bin/vite.js', 'build')
    const page = await openHost(join(host, 'dist'))
    await expectElementToOpen(page)
    await expectMissingAssetsToBeNamed(page)
    await expectCheckToWork(page)
  })

  it('a build of webpack works with its recipe', async () => {
    const host = workspace.addHost('webpack')
    runWebpack(host)
    const page = await openHost(join(host, 'dist'))
    await expectElementToOpen(page)
    await expectCheckToWork(page)
  })
})
