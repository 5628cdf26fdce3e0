import type { Scene } from '../../contract/scene'
import { eyeMidpoint, POINT } from '../../lib/landmarks'
import { drawScene, moveLandmarks, withoutFace, withPose } from '../../../tests/support/case-scenes'
import { defineCases, type QuantityCases } from '../../../tests/support/rule-cases'
import rule from './index'

/** The scene with the head's points turned around the middle between the eyes; `degrees` > 0 lowers the left eye. */
function roll(scene: Scene, degrees: number): Scene {
  const { x: centreX, y: centreY } = eyeMidpoint(scene.face!)
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return moveLandmarks(scene, (_, { x, y }) => ({
    x: centreX + cos * (x - centreX) - sin * (y - centreY),
    y: centreY + sin * (x - centreX) + cos * (y - centreY),
  }))
}

/** The scene with both pupils at one height. */
async function levelScene(): Promise<Scene> {
  const scene = await drawScene()
  const { y } = eyeMidpoint(scene.face!)
  return moveLandmarks(scene, (index, point) =>
    index === POINT.RIGHT_IRIS || index === POINT.LEFT_IRIS ? { ...point, y } : point,
  )
}

const yaw = async (value: number): Promise<{ scene: Scene; value: number }> => ({
  scene: withPose(await drawScene(), { yaw: value }),
  value,
})

/** What the head's transformation reads as pitch of a level head, degrees (index.ts). */
const LEVEL_PITCH = -5.7

const pitch = async (value: number): Promise<{ scene: Scene; value: number }> => ({
  scene: withPose(await drawScene(), { pitch: LEVEL_PITCH + value }),
  value,
})

const rollCases: QuantityCases = {
  pass: async () => ({ scene: roll(await levelScene(), 3), value: 3 }),
  near: async () => ({ scene: roll(await levelScene(), -9.5), value: -9.5 }),
  fail: async () => ({ scene: roll(await levelScene(), 10.5), value: 10.5 }),
  unknown: withoutFace,
}

export default defineCases(rule, {
  yaw: { pass: () => yaw(7.9), near: () => yaw(8.1), fail: () => yaw(-10.1), unknown: withoutFace },
  pitch: { pass: () => pitch(-7.9), near: () => pitch(-9), fail: () => pitch(10.1), unknown: withoutFace },
  roll: rollCases,
})
