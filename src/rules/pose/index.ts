import type { Limit } from '../../contract/limit'
import { defineRule } from '../../contract/rule'
import { shareOfLimit } from '../../lib/frame-score'
import { POINT, getPoint } from '../../lib/landmarks'
import { en, zhCN } from './text'

/** No clause gives degrees; CHSI's sister collection (研招网) allows 10 for each angle. */
const toLimit = (clause: string, clauseEn: string): Limit => ({
  min: -10,
  max: 10,
  near: 2,
  level: 'required',
  clause,
  clauseEn,
  source: '教毕指〔2017〕99号 一.1、二.2（转载文本）',
  trust: 'C',
  reading: {
    'zh-CN': '条文没有角度。研招网的照片要求（转载）写：左右、上下、倾斜都在 ±10° 之内，我们照此量。',
    en: 'The notice gives no angle. The postgraduate admissions site (re-published) allows 10° each way, and so do we.',
  },
})

/**
 * Pitch in degrees that the transformation gives for a level head, because the canonical face looks up slightly. Median
 * of 144 official portraits (-5.9) and of drawn level heads (-5.5); npm run accuracy prints it.
 */
const LEVEL_PITCH = -5.7

export default defineRule({
  id: 'pose',
  needs: ['face'],
  landmarksOnly: true,
  group: 'face',
  order: 20,
  live: { step: 'pose', order: 10, told: 'always' },
  overlay: null,
  quantities: {
    yaw: {
      unit: 'deg',
      limit: { ...toLimit('正面免冠彩色头像', 'A frontal, bareheaded portrait in colour'), quoted: true },
    },
    pitch: { unit: 'deg', limit: toLimit('正面头像，双眼平视', 'A frontal portrait, the eyes looking straight ahead') },
    roll: { unit: 'deg', limit: toLimit('坐姿端正', 'Sitting upright') },
  },
  /**
   * Yaw and pitch of the head's transformation; roll of the line between the pupils, which is what collection sites
   * measure.
   */
  measure({ face }) {
    const { yaw, pitch } = face!.pose
    const [right, left] = [getPoint(face!, POINT.RIGHT_IRIS), getPoint(face!, POINT.LEFT_IRIS)]
    // Roll is positive if the head tips to the subject's left (right in the picture): the left pupil is lower.
    const roll = (Math.atan2(left.y - right.y, left.x - right.x) * 180) / Math.PI
    return { yaw: { value: yaw }, pitch: { value: pitch - LEVEL_PITCH }, roll: { value: roll } }
  },
  frameScore: ({ yaw, pitch, roll }) => -Math.hypot(shareOfLimit(yaw), shareOfLimit(pitch), shareOfLimit(roll)),
  text: { 'zh-CN': zhCN, en },
})
