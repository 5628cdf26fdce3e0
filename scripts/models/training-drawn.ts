import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SKIN_TONES, type PortraitOptions } from '../../src/drawn/index'
import { createRandom } from '../../src/drawn/random'
import { drawJpeg } from '../../tools/pictures/drawn-jpeg'

/**
 * `npm run training:drawn -- OUT [COUNT]`: drawn portraits with ground truth; labels.csv has the columns of the labels
 * made by eye.
 */
const [out, count = '240'] = process.argv.slice(2)
if (!out) {
  console.log('usage: npm run training:drawn -- OUT [COUNT]')
  process.exit(2)
}
mkdirSync(out, { recursive: true })
const nextRandom = createRandom(2026)
const pick = <T>(values: readonly T[]): T => values[Math.floor(nextRandom() * values.length)]!
const chance = (share: number): boolean => nextRandom() < share
/**
 * Label of a part covered by `share`: from `hidden` on 0 (hidden), up to a tenth 1 (visible), in between 'p' (unclear).
 */
const toLabel = (share: number, hidden: number): string => (share >= hidden ? '0' : share <= 0.1 ? '1' : 'p')

const lines = [
  'file,glasses,ear_image_left,ear_image_right,brow_image_left,brow_image_right,mouth,hat,reflection,frame',
]
for (let i = 0; i < Number(count); i++) {
  const long = chance(0.35)
  const drawCoveredShare = (): number => (long ? 1 : chance(0.3) ? pick([0.5, 1]) : 0)
  const ears = { left: drawCoveredShare(), right: drawCoveredShare() }
  const fringe = chance(0.3) ? { left: pick([0, 0.3, 0.5, 1]), right: pick([0, 0.3, 0.5, 1]) } : { left: 0, right: 0 }
  const glasses = chance(0.4)
    ? {
        kind: pick(['clear', 'clear', 'tinted'] as const),
        rim: 1 + 5 * nextRandom(),
        colour: pick(['#22201f', '#5a3a20', '#888c90', '#702028']),
        glare: chance(0.3) ? 0.1 + 0.5 * nextRandom() : 0,
      }
    : undefined
  const cap = chance(0.12)
  const mouthGap = chance(0.4) ? 0.1 + 0.15 * nextRandom() : 0
  const size = 240 + Math.floor(720 * nextRandom())
  const options: PortraitOptions = {
    width: size,
    height: Math.round((size * 4) / 3),
    skinTone: Math.floor(nextRandom() * SKIN_TONES.length),
    hair: long ? 'long' : pick(['short', 'short', 'bun', 'bald'] as const),
    hairColour: pick(['#1c1614', '#1c1614', '#3a2a20', '#6a6a6a', '#8a6038']),
    earsCovered: ears,
    fringe,
    headwear: cap ? 'cap' : 'none',
    mouthGap,
    roll: 10 * (nextRandom() - 0.5),
    yaw: 10 * (nextRandom() - 0.5),
    light: { balance: 0.6 + 1.2 * nextRandom(), stops: nextRandom() - 0.7 },
    wall: {
      colour: pick(['#64C5FF', '#ffffff', '#438EDB', '#b0b8c0', '#602020']),
      gradient: chance(0.3) ? 20 * nextRandom() : 0,
    },
    noise: 2.5 * nextRandom(),
    blur: chance(0.3) ? nextRandom() : 0,
    seed: i,
    framing: { faceWidth: 200 + 60 * nextRandom(), centre: 20 * (nextRandom() - 0.5) },
    ...(glasses ? { glasses } : {}),
  }
  const file = `drawn_${String(i).padStart(3, '0')}.jpg`
  writeFileSync(join(out, file), await drawJpeg(options, 70 + Math.floor(25 * nextRandom())))
  lines.push(
    [
      file,
      glasses ? (glasses.kind === 'tinted' ? '2' : '1') : '0',
      toLabel(ears.right, 0.9),
      toLabel(ears.left, 0.9),
      toLabel(fringe.right, 0.5),
      toLabel(fringe.left, 0.5),
      mouthGap ? '1' : '0',
      cap ? '1' : '0',
      glasses?.glare ? '1' : '0',
      '0',
    ].join(','),
  )
}
writeFileSync(join(out, 'labels.csv'), `${lines.join('\n')}\n`)
