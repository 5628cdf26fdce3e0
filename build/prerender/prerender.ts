import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createServer, minify } from 'vite'
import { LOCALES } from '../../src/contract/locale'
import { externalScripts } from './static-imports'

type RenderStart = (typeof import('./start-markup'))['renderStart']

/**
 * Puts the start screen, in every language, and its style into the built index.html, so that a first visit sees it
 * before any script is there. The policy in the page allows exactly this style and this script.
 */
export async function prerenderStart(folder: string): Promise<void> {
  const path = join(folder, 'index.html')
  const html = await readFile(path, 'utf8')
  const [style, script, starts, preloads] = await Promise.all([
    readEntryStyle(folder, html),
    readInlineScript(),
    renderStarts(),
    externalScripts(folder, html),
  ])
  const [chinese, english] = starts
  const body =
    `<div id="app" data-prerendered="">${chinese!.markup}</div>` +
    `<template id="start-en" data-title="${english!.title}">${english!.markup}</template><script>${script}</script>`
  // As functions, because markup may hold `$&`.
  const finished = html
    .replace(style.link, () => `<style data-file="./${style.file}">${style.css}</style>`)
    .replace('<div id="app"></div>', () => body)
    .replace('</title>', () => `</title>${preloads.map(toPreload).join('')}`)
    .replace(/script-src (?:'|&#39;)self(?:'|&#39;)/, match => `${match} ${hash(script)}`)
    .replace(/style-src (?:'|&#39;)self(?:'|&#39;)/, match => `${match} ${hash(style.css)}`)
  await writeFile(path, finished)
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const toPreload = (href: string): string => `<link rel="modulepreload" crossorigin href="${href}">`

async function readEntryStyle(folder: string, html: string): Promise<{ link: string; file: string; css: string }> {
  const [link, href] = /<link rel="stylesheet"[^>]*href="\.\/([^"]+)">/.exec(html) ?? []
  if (!link || !href) throw new Error('index.html has no style sheet to inline.')
  const css = (await readFile(join(folder, href), 'utf8')).trim()
  if (/url\(|<\//.test(css)) throw new Error('The style to inline names a file, or would end its element.')
  return { link, file: href, css }
}

async function readInlineScript(): Promise<string> {
  const source = await readFile(new URL('show-start.js', import.meta.url), 'utf8')
  const { code } = await minify('show-start.js', `{${source}}`, { module: false })
  return code.trim()
}

/** Renders with the page's own components; what they ask of a browser is answered as a first visit would. */
async function renderStarts(): Promise<ReturnType<RenderStart>[]> {
  stubBrowser()
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    base: './',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  })
  try {
    const { renderStart } = (await server.ssrLoadModule('/build/prerender/start-markup.tsx')) as {
      renderStart: RenderStart
    }
    return LOCALES.map(renderStart)
  } finally {
    await server.close()
  }
}

function stubBrowser(): void {
  const browser = {
    location: new URL('http://localhost/'),
    navigator: { languages: [], mediaDevices: { getUserMedia() {} } },
    window: globalThis,
  }
  for (const [name, value] of Object.entries(browser))
    Object.defineProperty(globalThis, name, { value, configurable: true })
}
