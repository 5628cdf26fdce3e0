import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** A file that is copied instead of bundled; its source is PACKAGE@VERSION where a package holds it. */
interface ManifestFile {
  readonly source?: string
}

const MODULE_OF_PACKAGE = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//g
const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i

/** Collects, over several builds, the packages whose code is in the output. */
export class BundledPackages {
  private readonly names = new Set<string>()

  readonly plugin: Plugin = {
    name: 'bundled-packages',
    apply: 'build',
    generateBundle: (_options, bundle) => {
      for (const output of Object.values(bundle)) {
        const modules = output.type === 'chunk' ? Object.entries(output.modules) : []
        for (const [id, { renderedLength }] of modules) if (renderedLength > 0) this.add(id)
      }
    },
  }

  private add(id: string): void {
    // Of nested packages the innermost.
    const name = [...id.matchAll(MODULE_OF_PACKAGE)].at(-1)?.[1]
    if (name) this.names.add(name)
  }

  /** Writes NOTICES.txt: every package in the built site with its version and the full text of its licence. */
  async writeNotices(folder: string): Promise<void> {
    const manifest = JSON.parse(await readFile(join(folder, 'models/manifest.json'), 'utf8')) as ManifestFile[]
    const copied = manifest.flatMap(({ source }) => /^(@?[\w./-]+)@\d/.exec(source ?? '')?.[1] ?? [])
    const names = [...new Set([...this.names, ...copied])].sort()
    const notices = await Promise.all(names.map(describePackage))
    const lead =
      `Zhaojian holds code of these ${names.length} packages. ` +
      'Models, and packages without a text of their own: models/licences/.'
    await writeFile(join(folder, 'NOTICES.txt'), [lead, ...notices].join(`\n\n${'-'.repeat(80)}\n`))
    console.log(`NOTICES.txt: ${names.length} packages`)
  }
}

async function describePackage(name: string): Promise<string> {
  const folder = join('node_modules', name)
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    version: string
    license?: string
  }
  const files = (await readdir(folder)).filter(file => LICENCE_FILE.test(file)).sort()
  const texts = await Promise.all(files.map(file => readFile(join(folder, file), 'utf8')))
  if (!license && !texts.length) throw new Error(`${name} says nothing about its licence.`)
  return [`${name} ${version} (${license ?? 'see below'})`, ...texts.map(text => text.trim())].join('\n\n')
}
