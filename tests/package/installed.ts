import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm'

/** A folder in which hosts stand as a school's project would: the package is installed, our tools are linked. */
export interface Workspace {
  readonly folder: string
  /** The names of the files in the package. */
  readonly files: readonly string[]
  /** Copies one of tests/package/hosts into a project of its own; gives its folder. */
  addHost(name: string): string
  remove(): void
}

/** Packs the built project, without building it again, and installs the package without a network. */
export function installPackage(linked: readonly string[]): Workspace {
  if (!existsSync('dist/lib/zhaojian.js')) throw new Error('dist/ is missing: run `npm run build` first.')
  const folder = mkdtempSync(join(tmpdir(), 'zhaojian-package-'))
  const packed = execFileSync(NPM, ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }]
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'hosts', private: true, type: 'module' }))
  const flags = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock']
  execFileSync(NPM, ['install', ...flags, join(folder, filename)], { cwd: folder, stdio: 'ignore' })
  for (const name of linked) {
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(resolve('node_modules', name), link, 'dir')
  }
  return {
    folder,
    files: files.map(({ path }) => path),
    addHost(name) {
      const host = join(folder, name)
      cpSync(`tests/package/hosts/${name}`, host, { recursive: true })
      // As if it were the host's own: configurations name node_modules/zhaojian.
      symlinkSync(join(folder, 'node_modules'), join(host, 'node_modules'), 'dir')
      return host
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Runs a tool of ours in a host's folder. Errors: what it printed, where it fails. */
export function runTool(host: string, script: string, ...args: string[]): void {
  runNode(host, resolve('node_modules', script), ...args)
}

/** Builds a host with its own configuration; webpack's command would be one more package. */
export function runWebpack(host: string): void {
  const build = `
    import webpack from ${JSON.stringify(pathToFileURL(resolve('node_modules/webpack/lib/index.js')).href)}
    import config from ${JSON.stringify(pathToFileURL(join(host, 'webpack.config.mjs')).href)}
    webpack(config, (error, stats) => {
      const problem = error ?? (stats.hasErrors() ? stats.toString({ all: false, errors: true }) : null)
      if (problem) throw new Error(String(problem))
    })`
  runNode(host, '--input-type=module', '-e', build)
}

function runNode(cwd: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')}:\n${stdout}${stderr}`)
}
