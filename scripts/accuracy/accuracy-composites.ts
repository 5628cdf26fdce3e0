import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { createServer } from 'vite'
import type { Check } from '../../src/contract/report'
import type { Scene } from '../../src/contract/scene'
import { SKIN_TONES } from '../../src/drawn/options'
import { redden, tone } from './composites'
import { readLabels } from './labels'
import { openRecordedScenes } from './recorded-scenes'
import { relight } from './relight'

/**
 * `npm run accuracy:composites -- DIR…`: what is rare among portraits, made of those labelled faultless: faces relit
 * from the side, pupils reddened, skin of ten tones. Prints what share of them is told.
 */
const MAX_PORTRAITS = 60
const AMBIENT = 0.08

const vite = await createServer({ configFile: false, logLevel: 'error', server: { middlewareMode: true } })
const { judgeRecorded } = (await vite.ssrLoadModule('/scripts/accuracy/judge-recorded.ts')) as {
  judgeRecorded: (scene: Scene, only: readonly string[]) => Check[]
}
const judge = (scene: Scene, rule: string, id: string): string =>
  judgeRecorded(scene, [rule]).find(check => check.id === id)!.verdict

const sides = [-80, -65, 65, 80].map(azimuth => ({ azimuth, elevation: 15, ambient: AMBIENT, wrap: 0 }))
const pupils = [0.35, 0.5, 0.65].flatMap(radius => [0.12, 0.3, 0.6].map(red => ({ radius, red })))
const toRgb = (hex: string): [number, number, number] =>
  [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)) as never
const tones = SKIN_TONES.map(toRgb)

const recorded = openRecordedScenes()
for (const folder of process.argv.slice(2).filter(path => existsSync(path))) {
  const told = { 'lit from one side': [0, 0], 'red pupils': [0, 0], 'verdict of light changes with skin tone': [0, 0] }
  const count = (row: keyof typeof told, holds: boolean): void => {
    told[row][1]!++
    if (holds) told[row][0]!++
  }
  const evenlyLit = readLabels(folder).filter(({ labels }) => labels['uneven_light'] === '0')
  for (const { file } of evenlyLit.slice(0, MAX_PORTRAITS)) {
    const scene = await recorded.load(folder, file)
    if (!scene.face || !scene.head) continue
    for (const lamp of sides)
      count('lit from one side', judge(relight(scene, lamp), 'lighting', 'lighting.balance') === 'fail')
    for (const { radius, red } of pupils)
      count('red pupils', judge(redden(scene, radius, red), 'red-eye', 'red-eye.share') === 'fail')
    const verdicts = tones.map(colour => judge(tone(scene, colour), 'lighting', 'lighting.balance') === 'fail')
    count('verdict of light changes with skin tone', new Set(verdicts).size > 1)
  }
  console.log(`\n## ${basename(folder)}`)
  console.table(
    Object.fromEntries(
      Object.entries(told).map(([name, [held, all]]) => [
        name,
        { share: `${((100 * held!) / all!).toFixed(1)} %`, of: all },
      ]),
    ),
  )
}
await recorded.close()
await vite.close()
