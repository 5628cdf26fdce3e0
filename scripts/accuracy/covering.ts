import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Reading } from '../../src/contract/reading'
import { LIP_GAP_MODEL, readMouthGap } from '../../src/rules/mouth/measure'
import { MIN_COVERED_RATIO, readCoveredShare } from '../../src/rules/occlusion/measure'
import { openSceneRecorder } from '../../tools/browser/scene-recorder'
import { addParts } from '../../tools/pictures/recorded-scene'

/**
 * `npm run accuracy:covering -- FOLDER…` (needs a build): what `occlusion.share` says of portraits that labels-look.csv
 * calls covered or not, and of how many covered ones the lips are told as closed. Cases told wrongly are named.
 */
const folders = process.argv.slice(2)
if (!folders.length || !folders.every(folder => existsSync(join(folder, 'labels-look.csv')))) {
  console.log('skipped: usage is npm run accuracy:covering -- FOLDER…, each with portraits and labels-look.csv')
  process.exit(folders.length ? 0 : 2)
}
type Told = 'free' | 'covered' | 'unknown'
const toTold = (reading: Reading): Told =>
  'value' in reading ? (Number(reading.value) > MIN_COVERED_RATIO ? 'covered' : 'free') : 'unknown'

function readLabels(folder: string): { file: string; occlusion: string }[] {
  const [header, ...lines] = readFileSync(join(folder, 'labels-look.csv'), 'utf8').trim().split(/\r?\n/)
  const [file, occlusion] = ['file', 'occlusion'].map(column => header!.split(',').indexOf(column)) as [number, number]
  return lines.map(line => ({ file: line.split(',')[file]!, occlusion: line.split(',')[occlusion]! }))
}

const recorder = await openSceneRecorder()
for (const folder of folders) {
  const counts = { free: 0, falseAlarms: 0, covered: 0, misses: 0, unknown: 0, passesBoth: 0, faceless: 0 }
  const wrong: string[] = []
  for (const { file, occlusion } of readLabels(folder)) {
    if (occlusion !== '0' && occlusion !== '1') continue
    const scene = await addParts(await recorder.loadScene(join(folder, file)))
    if (!scene.face) {
      counts.faceless++
      continue
    }
    const [share, mouth] = [readCoveredShare(scene), readMouthGap(scene)]
    const told = toTold(share)
    const lipsPass = 'value' in mouth && Number(mouth.value) <= LIP_GAP_MODEL.middle
    counts[occlusion === '1' ? 'covered' : 'free']++
    if (told === 'unknown') counts.unknown++
    if (occlusion === '0' && told === 'covered') counts.falseAlarms++
    if (occlusion === '1' && told === 'free') counts.misses++
    if (occlusion === '1' && told === 'free' && lipsPass) counts.passesBoth++
    if (told !== (occlusion === '1' ? 'covered' : 'free'))
      wrong.push(`${file}: ${told}, likelihood ${('score' in share ? share.score! : NaN).toFixed(2)}`)
  }
  console.log(basename(folder), counts)
  for (const line of wrong) console.log('  ', line)
}
await recorder.close()
