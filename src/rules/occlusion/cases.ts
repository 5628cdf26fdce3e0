import { POINT, getPoint } from '../../lib/landmarks'
import { createRectangle } from '../../lib/polygon'
import { drawScene, fill, paint, shrinkFace } from '../../../tests/support/case-scenes'
import { defineCases, type RuleCase } from '../../../tests/support/rule-cases'
import rule from './index'

/** A light blue cloth over the chin, from `height` px above its point. */
async function cover(height: number): Promise<RuleCase> {
  const scene = await drawScene()
  const chin = getPoint(scene.face!, POINT.CHIN)
  return {
    scene: paint(scene, createRectangle(chin.x - 200, chin.y - height, 400, height + 40), fill(120, 170, 220)),
    place: { x: chin.x, y: chin.y - 10 },
  }
}

export default defineCases(rule, {
  share: {
    pass: async () => ({ scene: await drawScene(), value: 0 }),
    near: () => cover(27),
    fail: () => cover(60),
    unknown: async () => ({ scene: shrinkFace(await drawScene(), 0.08), reason: 'too-small' }),
  },
})
