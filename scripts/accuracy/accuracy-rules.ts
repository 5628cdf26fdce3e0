import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { createServer } from 'vite'
import type { Check } from '../../src/contract/report'
import type { Scene } from '../../src/contract/scene'
import { QUESTIONS, readLabels } from './labels'
import { printRatesTable } from './rates-table'
import { openRecordedScenes } from './recorded-scenes'

/**
 * `npm run accuracy:rules -- [--only=RULE,…] [--wrong] DIR…`: every check against the labels, from what the models saw
 * of each portrait once (needs a build then). That is kept outside the project, in $XDG_CACHE_HOME/zhaojian-scenes, and
 * judging it again after a rule or limit has changed takes seconds.
 */
const options = process.argv.slice(2).filter(argument => argument.startsWith('--'))
const folders = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const only = options.flatMap(option => (option.startsWith('--only=') ? option.slice(7).split(',') : []))
const isEveryError = options.includes('--wrong')

if (!folders.length) {
  console.log('usage: npm run accuracy:rules -- [--only=RULE,…] [--wrong] PORTRAITS_FOLDER… (each with labels)')
  process.exit(2)
}
const vite = await createServer({ configFile: false, logLevel: 'error', server: { middlewareMode: true } })
const { judgeRecorded } = (await vite.ssrLoadModule('/scripts/accuracy/judge-recorded.ts')) as {
  judgeRecorded: (scene: Scene, only: readonly string[]) => Check[]
}
const recorded = openRecordedScenes()
for (const folder of folders) {
  if (!existsSync(folder)) {
    console.log(`skipped: ${folder} is not here`)
    continue
  }
  const portraits = readLabels(folder)
  const answers = new Map<string, readonly Check[]>()
  for (const { file } of portraits) answers.set(file, judgeRecorded(await recorded.load(folder, file), only))
  console.log(`\n## ${basename(folder)}: ${portraits.length} portraits`)
  printRatesTable(portraits, answers, QUESTIONS, isEveryError)
}
await recorded.close()
await vite.close()
