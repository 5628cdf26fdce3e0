import type { Reading } from '../../contract/reading'
import { defineRule } from '../../contract/rule'
import type { Scene } from '../../contract/scene'
import { shareOfLimit } from '../../lib/frame-score'
import { distance, LINE, midpoint, getPoint, getPoints, POINT } from '../../lib/landmarks'

/** Yaw in degrees beyond which the far eye is too narrow to tell. */
const MAX_GAZE_YAW_DEG = 25
/**
 * Eyes that stay on the camera while the head turns by a degree: the irises' way back, in eye widths (a line through
 * 141 portraits that look at the camera; npm run accuracy:rules over us-train).
 */
const OFFSET_PER_YAW_DEG = -0.0044

/**
 * Offset of the irises from the midpoint between the eye corners, as a share of the eye's width, beyond what the turned
 * head explains: the mean of both eyes, so that vergence cancels.
 */
function readGazeOffset({ face }: Scene): Reading {
  if (Math.abs(face!.pose.yaw) > MAX_GAZE_YAW_DEG) return { unknown: 'turned' }
  const shifts = (
    [
      [POINT.RIGHT_EYE_OUTER, POINT.RIGHT_EYE_INNER, POINT.RIGHT_IRIS],
      [POINT.LEFT_EYE_INNER, POINT.LEFT_EYE_OUTER, POINT.LEFT_IRIS],
    ] as const
  ).map(([from, to, iris]) => {
    const [a, b, centre] = [getPoint(face!, from), getPoint(face!, to), getPoint(face!, iris)]
    const width = distance(a, b)
    const mid = midpoint(a, b)
    return ((centre.x - mid.x) * (b.x - a.x) + (centre.y - mid.y) * (b.y - a.y)) / (width * width)
  })
  return {
    value: Math.abs((shifts[0]! + shifts[1]!) / 2 - OFFSET_PER_YAW_DEG * face!.pose.yaw),
    regions: [getPoints(face!, LINE.RIGHT_IRIS_RIM), getPoints(face!, LINE.LEFT_IRIS_RIM)],
  }
}

export default defineRule({
  id: 'gaze',
  needs: ['face'],
  landmarksOnly: true,
  group: 'face',
  order: 30,
  live: { step: 'expression', order: 20, told: 'always' },
  overlay: null,
  quantities: {
    offset: {
      unit: 'ratio',
      limit: {
        max: 0.065,
        near: 0.015,
        level: 'required',
        clause: '双眼平视镜头',
        clauseEn: 'Both eyes look straight ahead',
        source: '教毕指〔2017〕99号 二.2（转载文本）',
        trust: 'C',
        reading: {
          'zh-CN': '条文没有数字。界限是人眼看得出视线离开镜头的地方。',
          en: 'The notice gives no number. The limit is where a person sees that the eyes leave the camera.',
        },
        measurement:
          'eyes on the camera give up to 0.045, eyes away from 0.06 ' +
          '(npm run accuracy:rules over us-train, labels-look.csv)',
      },
    },
  },
  measure: scene => ({ offset: readGazeOffset(scene) }),
  frameScore: ({ offset }) => -shareOfLimit(offset),
  text: {
    'zh-CN': {
      offset: {
        title: '看着镜头',
        measure: '目光偏离',
        fine: '眼睛看着镜头。',
        high: {
          finding: '眼睛没有看着镜头。',
          advice: '看着镜头再拍一张；自拍时别看屏幕。',
          live: '看着镜头，别看屏幕。',
          stuck: '镜头在屏幕边上的小圆孔里；请人帮忙拍会容易得多。',
        },
      },
    },
    en: {
      offset: {
        title: 'Eyes on the camera',
        measure: 'Off the lens',
        fine: 'You look at the camera.',
        high: {
          finding: 'You don’t look at the camera.',
          advice: 'Look into the lens, not at the screen, and take it again.',
          live: 'Look into the lens, not at the screen.',
          stuck: 'The lens is the small hole at the screen’s edge; it is much easier when someone else takes it.',
        },
      },
    },
  },
})
