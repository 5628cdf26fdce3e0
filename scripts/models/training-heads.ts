import { once } from 'node:events'
import { createWriteStream, mkdirSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { eyeMidpoint, faceWidth, getPoint } from '../../src/lib/landmarks'
import type { Part, Side } from '../../src/contract/parts'
import { cutPlacement, PART_CROPS, placePart, type Placement } from '../../src/lib/part-crops'
import { LANDMARK_COUNT } from '../../src/contract/scene'
import { openSceneRecorder } from '../../tools/browser/scene-recorder'

/**
 * `npm run training:heads -- [--crops-only] OUT DIR…` (needs a build): detects and cuts the portraits of each DIR with
 * the product's own code, for training. OUT/<DIR's name>/heads.jsonl: landmarks, pose and each crop's position in
 * pixels of the upright head, and the head's position in the photo; crops.bin: every crop in the same order, as the
 * product cuts it but larger by MARGIN around the same centre, RGB and the person mask; unless --crops-only,
 * <file>.png: the upright head, RGB with the person mask as alpha, to be drawn on.
 */
/** Training shifts, rotates and scales within this margin (training/data.py); training/heads.py uses the same value. */
const MARGIN = 1.25
/** Extent of the head picture around the midpoint of the eyes, in face widths. */
const HEAD_EXTENT = { across: 1.2, above: 1.75, below: 1.15 }
/** Pixels per face width: more than any crop has, but hardly more than the photo has. */
const MAX_FACE_WIDTH_PX = 240

const CROPS: readonly (readonly [Part, Side | 'both'])[] = [
  ['ear', 'right'],
  ['ear', 'left'],
  ['brow', 'right'],
  ['brow', 'left'],
  ['eyes', 'both'],
  ['mouth', 'both'],
  ['crown', 'both'],
  ['face', 'both'],
]

const {
  values: { 'crops-only': cropsOnly },
  positionals: [out, ...folders],
} = parseArgs({ allowPositionals: true, options: { 'crops-only': { type: 'boolean', default: false } } })
if (!out || !folders.length) {
  console.log('usage: npm run training:heads -- [--crops-only] OUT PORTRAITS_FOLDER…')
  process.exit(2)
}
const recorder = await openSceneRecorder()
const writePng = (pixels: { width: number; height: number; data: Uint8ClampedArray }, file: string): Promise<unknown> =>
  sharp(Buffer.from(pixels.data.buffer), { raw: { width: pixels.width, height: pixels.height, channels: 4 } })
    .png({ compressionLevel: 4 })
    .toFile(file)

for (const folder of folders) {
  const target = join(out, basename(folder))
  mkdirSync(target, { recursive: true })
  const [lines, pixels] = [createWriteStream(join(target, 'heads.jsonl')), createWriteStream(join(target, 'crops.bin'))]
  const counts = { heads: 0, faceless: 0 }
  for (const file of readdirSync(folder).sort()) {
    if (!/\.(jpe?g|png|webp)$/i.test(file)) continue
    const scene = await recorder.loadScene(join(folder, file), !cropsOnly)
    if (!scene.face || !scene.head) {
      counts.faceless++
      continue
    }
    const unit = faceWidth(scene.face)
    const density = Math.min(MAX_FACE_WIDTH_PX, 1.15 * unit * scene.head.scale)
    const size = {
      width: Math.round(2 * HEAD_EXTENT.across * density),
      height: Math.round((HEAD_EXTENT.above + HEAD_EXTENT.below) * density),
    }
    const upright = placePart(scene.face, 'eyes', 'both')
    const middle = eyeMidpoint(scene.face)
    const offsetDown = ((HEAD_EXTENT.below - HEAD_EXTENT.above) / 2) * unit
    const placement: Placement = {
      ...upright,
      centre: { x: middle.x + upright.down.x * offsetDown, y: middle.y + upright.down.y * offsetDown },
      step: unit / density,
    }
    if (!cropsOnly) await writePng(cutPlacement(scene, placement, size, scene.head), join(target, `${file}.png`))
    const toHeadPixels = ({ x, y }: { x: number; y: number }): [number, number] => {
      const [dx, dy] = [(x - placement.centre.x) / placement.step, (y - placement.centre.y) / placement.step]
      return [
        dx * upright.across.x + dy * upright.across.y + size.width / 2,
        dx * upright.down.x + dy * upright.down.y + size.height / 2,
      ].map(value => Math.round(100 * value) / 100) as [number, number]
    }
    const crops: Record<string, unknown> = {}
    for (const [part, side] of CROPS) {
      const partPlacement = placePart(scene.face, part, side)
      crops[`${part}-${side}`] = {
        centre: toHeadPixels(partPlacement.centre),
        step: partPlacement.step / placement.step,
        mirrored: partPlacement.mirrored,
        ...PART_CROPS[part],
      }
      const { width, height } = PART_CROPS[part]
      const { data } = cutPlacement(
        scene,
        partPlacement,
        { width: width * MARGIN, height: height * MARGIN },
        scene.head,
      )
      // Wait if the disk is slower (backpressure).
      if (!pixels.write(data)) await once(pixels, 'drain')
    }
    const { centre, step } = placement
    lines.write(
      `${JSON.stringify({
        file,
        ...size,
        density,
        faceWidth: unit * scene.head.scale,
        pose: scene.face.pose,
        faces: scene.faceCount,
        landmarks: Array.from({ length: LANDMARK_COUNT }, (_, i) => toHeadPixels(getPoint(scene.face!, i))),
        crops,
        photo: { centre, step, across: upright.across, down: upright.down },
      })}\n`,
    )
    counts.heads++
  }
  await Promise.all([lines, pixels].map(stream => new Promise(resolve => stream.end(resolve))))
  console.log(`${folder}: ${counts.heads} heads, ${counts.faceless} pictures without a face`)
}
await recorder.close()
