import { downloadZip } from 'client-zip'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm'
/** Fixed time stamp of all archive entries, so that the same build gives the same bytes. */
const FILE_TIME = new Date('2026-01-01T00:00:00Z')

/**
 * Writes the package (.tgz), the site (.zip) and SHA256SUMS.txt into `folder`, from dist/. Returns the checksum lines.
 */
export async function makeRelease(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const { name, version } = JSON.parse(await readFile('package.json', 'utf8')) as { name: string; version: string }
  const archive = `${name}-site-${version}.zip`
  await writeFile(join(folder, archive), await zipFolder('dist'))
  const packed = execFileSync(NPM, ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }]
  const lines = await Promise.all([archive, filename].map(file => hashLine(folder, file)))
  await writeFile(join(folder, 'SHA256SUMS.txt'), `${lines.join('\n')}\n`)
  return lines
}

/** A line in the format of `sha256sum -c`. */
async function hashLine(folder: string, file: string): Promise<string> {
  return `${createHash('sha256')
    .update(await readFile(join(folder, file)))
    .digest('hex')}  ${file}`
}

async function zipFolder(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const files = paths.sort().map(async path => ({
    name: relative(folder, path).split(sep).join('/'),
    input: await readFile(path),
    lastModified: FILE_TIME,
  }))
  return Buffer.from(await downloadZip(await Promise.all(files)).arrayBuffer())
}
