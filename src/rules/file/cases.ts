import type { Scene } from '../../contract/scene'
import { planCrop } from '../../crop/plan'
import { getProfile } from '../../profiles/index'
import { toCropTarget } from '../../profiles/targets'
import { fileFacts, type FileOptions } from '../../../tests/support/case-files'
import { drawScene, moveLandmarks } from '../../../tests/support/case-scenes'
import { defineCases, type RuleCase, type UnknownCase } from '../../../tests/support/rule-cases'
import rule from './index'

const planned = (scene: Scene, { width, height } = scene): RuleCase => ({
  scene: { ...scene, width, height },
  plan: planCrop({ width, height, face: scene.face!, person: scene.person }, toCropTarget(getProfile('moe-2017-99'))),
})

/** A scene of a file that was really written so, and read by the product. */
async function file(options: FileOptions, value: RuleCase['value']): Promise<RuleCase> {
  const scene = await drawScene({ width: 480, height: 640 })
  const { width = 480, height = 640 } = options
  return { ...planned({ ...scene, file: await fileFacts(options) }, { width, height } as Scene), value: value! }
}

/** A scene of `width` x `height` px. */
const sized = (width: number, height: number, value: number): Promise<RuleCase> => file({ width, height }, value)

/** A camera's frame is no file. */
const withoutFile = async (): Promise<UnknownCase> => {
  const { scene, plan } = planned(await drawScene({ width: 480, height: 640 }))
  return { scene, plan: plan!, reason: 'no-file' }
}

export default defineCases(rule, {
  format: {
    pass: () => file({}, 'image/jpeg'),
    near: () => file({ jpeg: { progressive: true } }, 'image/jpeg'),
    fail: () => file({ format: 'png' }, 'image/png'),
    unknown: withoutFile,
  },
  framing: {
    pass: () => file({}, true),
    near: () => file({ name: 'already-cropped.jpg' }, true),
    // Of a wide photo the sides are still to be cut.
    fail: async () => {
      const scene = await drawScene({ width: 480, height: 640 })
      const shifted = moveLandmarks(scene, (_, { x, y }) => ({ x: x + 60, y }))
      return { ...planned({ ...shifted, width: 600, file: await fileFacts({ width: 600 }) }), value: false }
    },
    unknown: async () => {
      const scene = await drawScene({ width: 480, height: 640 })
      const { scene: framed, plan } = planned({ ...scene, person: null, file: await fileFacts() })
      return { scene: framed, plan: plan!, reason: 'no-crop' }
    },
  },
  ratio: {
    pass: () => sized(480, 640, 0.75),
    near: () => sized(481, 641, 0.7504),
    fail: () => sized(483, 640, 0.7547),
    unknown: withoutFile,
  },
  width: {
    pass: () => sized(600, 800, 600),
    near: () => sized(480, 640, 480),
    fail: () => sized(479, 640, 479),
    unknown: withoutFile,
  },
  height: {
    pass: () => sized(600, 800, 800),
    near: () => sized(480, 640, 640),
    fail: () => sized(480, 639, 639),
    unknown: withoutFile,
  },
  bytes: {
    pass: async () => {
      const made = await file({}, undefined)
      return { ...made, value: made.scene.file!.bytes }
    },
    near: () => file({ width: 48, height: 64, padTo: 20_480 }, 20_480),
    fail: () => file({ width: 48, height: 64, padTo: 20_479 }, 20_479),
    unknown: withoutFile,
  },
  quality: {
    pass: () => file({ jpeg: { quality: 92 } }, 92),
    near: () => file({ jpeg: { quality: 61 } }, 61),
    fail: () => file({ jpeg: { quality: 58 } }, 58),
    // Only a JPEG has one.
    unknown: async () => {
      const { scene, plan } = await file({ format: 'png' }, undefined)
      return { scene, plan: plan!, reason: 'not-stated' }
    },
  },
  density: {
    pass: () => file({ density: 350 }, 350),
    near: () => file({ density: 300 }, 300),
    fail: () => file({ density: 72 }, 72),
    unknown: async () => {
      const { scene, plan } = await file({ density: null }, undefined)
      return { scene, plan: plan!, reason: 'not-stated' }
    },
  },
  colour: {
    pass: () => file({}, 'srgb-24'),
    near: () => file({ format: 'png' }, 'srgb-24'),
    fail: () => file({ grey: true }, 'grey-8'),
    unknown: async () => {
      const { scene, plan } = await file({}, undefined)
      const facts = { ...scene.file!, colourSpace: 'unknown', channels: null } as const
      return { scene: { ...scene, file: facts }, plan: plan!, reason: 'not-stated' }
    },
  },
  metadata: {
    pass: () => file({}, 'none'),
    // A camera's firmware stands in the same tag as an editor.
    near: () => file({ exif: { IFD0: { Make: 'Canon', Software: 'Digital Camera FinePix Ver1.00' } } }, 'none'),
    fail: () =>
      file(
        {
          exif: {
            IFD0: { Software: 'Adobe Photoshop 25.1 (Windows)', Artist: 'Zhang San' },
            IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 38/1 0/1' },
          },
        },
        'gps,name,edited',
      ),
    unknown: withoutFile,
  },
})
