import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { makeRelease } from '../../tools/release/release-files'

/** `npm run release`: builds, then writes the package and the site's archive with their checksums into out/. */
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
execFileSync(npm, ['run', 'build'], { stdio: 'inherit' })
for (const line of await makeRelease(resolve('out'))) console.log(line)
