import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeRelease } from '../../tools/release/release-files'
import { readZip } from '../support/read-zip'

const folder = mkdtempSync(join(tmpdir(), 'zhaojian-release-'))
let lines: string[]
beforeAll(async () => {
  lines = await makeRelease(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('is the package, the site and the checksums of both', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const files = [`zhaojian-${version}.tgz`, `zhaojian-site-${version}.zip`]
  expect(readdirSync(folder).sort()).toEqual(['SHA256SUMS.txt', ...files].sort())
  const listed = readFileSync(join(folder, 'SHA256SUMS.txt'), 'utf8')
  expect(listed).toBe(`${lines.join('\n')}\n`)
  for (const file of files) {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex')
    expect(listed).toContain(`${hash}  ${file}\n`)
  }
})

it('holds in the archive every file of the built site, unchanged', () => {
  const archive = readdirSync(folder).find(name => name.endsWith('.zip'))!
  const zipped = readZip(readFileSync(join(folder, archive)))
  const built = readdirSync('dist', { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice('dist/'.length).replaceAll('\\', '/'))
  expect([...zipped.keys()].sort()).toEqual(built.sort())
  for (const name of ['index.html', 'embed.js', 'models/manifest.json'])
    expect(zipped.get(name)!.equals(readFileSync(join('dist', name))), name).toBe(true)
})
