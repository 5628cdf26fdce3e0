import type { Reading } from '../../contract/reading'
import { defineRule } from '../../contract/rule'
import type { Patch } from '../../contract/pixels'
import type { Face, Scene } from '../../contract/scene'
import type { Polygon } from '../../contract/space'
import { LINEAR_BY_BYTE } from '../../lib/color'
import { distance, LINE, getPoint, getPoints, POINT } from '../../lib/landmarks'
import { createEllipse, forEachPixel, scalePolygon, isInside } from '../../lib/polygon'
import { getOwnSkin, getRedness, type OwnSkin } from '../../lib/skin'
import { median } from '../../lib/stats'

/** Minimum red over green and blue (bytes); brown irises reach about 1.5. */
const MIN_RED_RATIO = 1.6
const MIN_RED_LEVEL = 50
/** Minimum log(red/green) above the person's own skin, and above the same eye's iris. */
const MIN_REDNESS_ABOVE_SKIN = 0.5,
  MIN_REDNESS_ABOVE_IRIS = 0.35
/**
 * A pupil is the darkest of the eye in every channel; only a flash that comes back from behind it makes it brighter
 * than the iris, in red alone.
 */
const MIN_RED_OVER_IRIS = 1.15
/** So red beside skin and iris as no brown eye is: a flash's red in a pale iris need not be brighter. */
const FULL_REDNESS_ABOVE_SKIN = 0.8,
  FULL_REDNESS_ABOVE_IRIS = 1.2
/** In radii of the iris: the pupil at most, in dim light, and where nothing but iris is left. */
const PUPIL_RADIUS = 0.5,
  IRIS_FROM = 0.78,
  IRIS_TO = 1
/** With fewer visible pixels of the pupil or of the iris around it than this an eye does not count. */
const MIN_PIXELS = 4

/** Offsets of the head patch's pixels in one eye, between the lids. */
interface EyePixels {
  readonly pupil: readonly number[]
  readonly iris: readonly number[]
  readonly outline: Polygon
}

function collectEye(face: Face, head: Patch, side: 'right' | 'left'): EyePixels {
  const [iris, rim, eye] =
    side === 'right'
      ? ([POINT.RIGHT_IRIS, LINE.RIGHT_IRIS_RIM, LINE.RIGHT_EYE] as const)
      : ([POINT.LEFT_IRIS, LINE.LEFT_IRIS_RIM, LINE.LEFT_EYE] as const)
  const centre = getPoint(face, iris)
  const radius = median(getPoints(face, rim).map(point => distance(point, centre)))
  const openEye = scalePolygon(getPoints(face, eye), 0.9)
  const pixels: { pupil: number[]; iris: number[] } = { pupil: [], iris: [] }
  forEachPixel(createEllipse(centre, IRIS_TO * radius, IRIS_TO * radius), head, (at, column, row) => {
    const point = { x: head.x + (column + 0.5) / head.scale, y: head.y + (row + 0.5) / head.scale }
    if (!isInside(openEye, point)) return
    const away = distance(point, centre) / radius
    if (away <= PUPIL_RADIUS) pixels.pupil.push(at)
    else if (away >= IRIS_FROM) pixels.iris.push(at)
  })
  return { ...pixels, outline: createEllipse(centre, PUPIL_RADIUS * radius, PUPIL_RADIUS * radius) }
}

/** Share of the pupil that is red against the person's skin and brighter in red than the iris around it. */
function measureRedShare({ pupil, iris }: EyePixels, data: Uint8ClampedArray, skin: OwnSkin): number {
  const irisRed = median(iris.map(at => LINEAR_BY_BYTE[data[at]!]!))
  const irisRedness = median(iris.map(at => getRedness(data, at)))
  const isRed = (at: number): boolean => {
    const redness = getRedness(data, at)
    const [aboveSkin, aboveIris] = [redness - skin.redGreen, redness - irisRedness]
    return (
      data[at]! >= MIN_RED_LEVEL &&
      data[at]! > MIN_RED_RATIO * Math.max(data[at + 1]!, data[at + 2]!) &&
      aboveSkin > MIN_REDNESS_ABOVE_SKIN &&
      aboveIris > MIN_REDNESS_ABOVE_IRIS &&
      (LINEAR_BY_BYTE[data[at]!]! > MIN_RED_OVER_IRIS * irisRed ||
        (aboveSkin > FULL_REDNESS_ABOVE_SKIN && aboveIris > FULL_REDNESS_ABOVE_IRIS))
    )
  }
  return pupil.filter(isRed).length / pupil.length
}

/** The redder pupil of the two (the inner half of the iris, where the lids leave it visible): the share that is red. */
function readRedShare({ face, head }: Scene): Reading {
  const skin = getOwnSkin(face!, head!)
  if (!skin) return { unknown: 'too-small' }
  const eyes = (['right', 'left'] as const)
    .map(side => collectEye(face!, head!, side))
    .filter(({ pupil, iris }) => pupil.length >= MIN_PIXELS && iris.length >= MIN_PIXELS)
    .map(eye => ({ share: measureRedShare(eye, head!.pixels.data, skin), outline: eye.outline }))
  if (!eyes.length) return { unknown: 'too-small' }
  return {
    value: Math.max(...eyes.map(({ share }) => share)),
    regions: eyes.filter(({ share }) => share > 0).map(({ outline }) => outline),
  }
}

export default defineRule({
  id: 'red-eye',
  needs: ['face'],
  group: 'light',
  order: 20,
  live: { step: 'light', order: 20, told: 'always' },
  overlay: 'lighting',
  quantities: {
    share: {
      unit: 'ratio',
      limit: {
        max: 0.3,
        near: 0.1,
        level: 'required',
        clause: '无红眼',
        clauseEn: 'No red eyes',
        source: '教毕指〔2017〕99号 三.1（转载文本）',
        trust: 'C',
        reading: {
          'zh-CN': '条文没有数字。闪光灯会染红瞳孔的大部分，棕色虹膜不会。',
          en: 'The notice gives no number. A flash reddens most of the pupil; a brown iris stays below.',
        },
        measurement:
          'no red eye among 560 portraits gives more than 0.25 (npm run accuracy:rules), ' +
          '92 % of pupils drawn red give more (npm run accuracy:composites)',
      },
    },
  },
  measure: scene => ({ share: readRedShare(scene) }),
  minor: ['share'],
  frameScore: null,
  text: {
    'zh-CN': {
      share: {
        title: '红眼',
        measure: '发红的部分',
        fine: '没有红眼。',
        high: {
          finding: '瞳孔发红。',
          advice: '关掉闪光灯，在亮一点的地方重拍；不要用软件去红眼。',
          live: '关掉闪光灯，换个亮一点的地方。',
        },
      },
    },
    en: {
      share: {
        title: 'Red eyes',
        measure: 'Red part of the pupil',
        fine: 'No red eyes.',
        high: {
          finding: 'The pupils are red.',
          advice: 'Switch the flash off and take it again in a brighter place; don’t repair it with software.',
          live: 'Switch the flash off, find a brighter place.',
        },
      },
    },
  },
})
