import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve, type ServeOptions, type Served } from './serve'

/** A school's page (demo/host) and the built site, on two ports and so on two origins, as they are in life. */
export interface DemoHost {
  readonly host: Served
  readonly site: Served
  /** Address of the site's folder. */
  readonly check: string
  close(): Promise<void>
}

/** `more`: other pages of the host's, by URL prefix. Port 0: any that is free. */
export async function serveDemo({ hostPort = 0, sitePort = 0, more = {}, host: options = {}, site: siteOptions = {} }: { hostPort?: number; sitePort?: number; more?: Readonly<Record<string, string>>; host?: ServeOptions; site?: ServeOptions } = {}): Promise<DemoHost> {
  const site = await serve({ '/check/': 'dist' }, { port: sitePort, ...siteOptions })
  const folder = mkdtempSync(join(tmpdir(), 'zhaojian-demo-'))
  cpSync('demo/host', folder, { recursive: true })
  const page = join(folder, 'index.html')
  writeFileSync(page, readFileSync(page, 'utf8').replaceAll('SITE_ORIGIN', site.url).replaceAll('SITE', `${site.url}/check`))
  const host = await serve({ '/': folder, ...more }, { port: hostPort, ...options })
  return { host, site, check: `${site.url}/check/`, close: async () => { await host.close(); await site.close(); rmSync(folder, { recursive: true }) } }
}
