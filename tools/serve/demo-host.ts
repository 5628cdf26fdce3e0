import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve, type StaticServer } from './serve'

/** A school's page (demo/host) and the built site, on two ports and so on two origins, as in production. */
export interface DemoHost {
  readonly host: StaticServer
  readonly site: StaticServer
  /** URL of the site's folder. */
  readonly checkUrl: string
  close(): Promise<void>
}

/** Port 0: any free port. */
export async function serveDemo({
  hostPort = 0,
  sitePort = 0,
}: { hostPort?: number; sitePort?: number } = {}): Promise<DemoHost> {
  const site = await serve({ '/check/': 'dist' }, { port: sitePort })
  const folder = mkdtempSync(join(tmpdir(), 'zhaojian-demo-'))
  cpSync('demo/host', folder, { recursive: true })
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
    .replaceAll('SITE_ORIGIN', site.url)
    .replaceAll('SITE', `${site.url}/check`)
  writeFileSync(join(folder, 'index.html'), page)
  // The same page with the element as a module script.
  writeFileSync(join(folder, 'module.html'), page.replace('embed.js" defer', 'embed.js" type="module"'))
  const host = await serve({ '/': folder }, { port: hostPort })
  return {
    host,
    site,
    checkUrl: `${site.url}/check/`,
    close: async () => {
      await host.close()
      await site.close()
      rmSync(folder, { recursive: true })
    },
  }
}
