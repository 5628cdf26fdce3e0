import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { createServer } from 'vite'
import type { Check } from '../../src/contract/report'
import type { Scene } from '../../src/contract/scene'
import { addParts } from '../../tools/pictures/recorded-scene'
import { openSceneRecorder } from '../../tools/browser/scene-recorder'
import { QUESTIONS, readLabels } from './labels'
import { printRatesTable } from './rates-table'

/**
 * `npm run accuracy:rules -- [--only=RULE,…] [--wrong] DIR…`: every check against the labels, from what the models saw
 * of each portrait once (needs a build then). That is kept outside the project, in $XDG_CACHE_HOME/zhaojian-scenes, and
 * judging it again after a rule or limit has changed takes seconds.
 */
const CACHE_FOLDER = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'zhaojian-scenes')
const options = process.argv.slice(2).filter(argument => argument.startsWith('--'))
const folders = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const only = options.flatMap(option => (option.startsWith('--only=') ? option.slice(7).split(',') : []))
const isEveryError = options.includes('--wrong')

let recorder: ReturnType<typeof openSceneRecorder> | undefined

/** What the models saw of the portrait, from the cache or recorded now. */
async function loadScene(folder: string, file: string): Promise<Scene> {
  const path = join(folder, file)
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)
  const cached = join(CACHE_FOLDER, `${basename(folder)}-${hash}.v1`)
  if (!existsSync(cached)) {
    mkdirSync(CACHE_FOLDER, { recursive: true })
    recorder ??= openSceneRecorder()
    writeFileSync(cached, serialize(await addParts(await (await recorder).loadScene(path))))
  }
  return deserialize(readFileSync(cached)) as Scene
}

if (!folders.length) {
  console.log('usage: npm run accuracy:rules -- [--only=RULE,…] [--wrong] PORTRAITS_FOLDER… (each with labels)')
  process.exit(2)
}
const vite = await createServer({ configFile: false, logLevel: 'error', server: { middlewareMode: true } })
const { judgeRecorded } = (await vite.ssrLoadModule('/scripts/accuracy/judge-recorded.ts')) as {
  judgeRecorded: (scene: Scene, only: readonly string[]) => Check[]
}
for (const folder of folders) {
  if (!existsSync(folder)) {
    console.log(`skipped: ${folder} is not here`)
    continue
  }
  const portraits = readLabels(folder)
  const answers = new Map<string, readonly Check[]>()
  for (const { file } of portraits) answers.set(file, judgeRecorded(await loadScene(folder, file), only))
  console.log(`\n## ${basename(folder)}: ${portraits.length} portraits`)
  printRatesTable(portraits, answers, QUESTIONS, isEveryError)
}
if (recorder) await (await recorder).close()
await vite.close()
