import type { PortraitOptions } from '../../drawn/index'
import { drawScene, PHOTO, redrawMask } from '../../../tests/support/case-scenes'
import { defineCases, type RuleCase, type UnknownCase } from '../../../tests/support/rule-cases'
import rule from './index'

const hang = async (wall: NonNullable<PortraitOptions['wall']>, value: number): Promise<RuleCase> => ({
  scene: await drawScene({ wall }),
  value,
})

/** A person who fills the picture leaves no wall. */
const withoutWall = async (): Promise<UnknownCase> => ({
  scene: redrawMask(await drawScene(), () => 255),
  reason: 'no-background',
})

/** Someone else's head in the upper left corner of the mask, `size` px wide. */
async function addStranger(size: number): Promise<RuleCase> {
  const scene = redrawMask(await drawScene(), ({ x, y }, confidence) => (x < size && y < size ? 255 : confidence))
  return { scene, place: { x: size / 3, y: size / 3 } }
}

export default defineCases(rule, {
  colour: {
    pass: () => hang({ colour: '#64C5FF' }, 0),
    near: () => hang({ colour: '#5298E0' }, 13.3),
    fail: () => hang({ colour: '#438EDB' }, 16.5),
    unknown: withoutWall,
  },
  evenness: {
    pass: () => hang({ gradient: 10 }, 4),
    near: () => hang({ gradient: 17 }, 7.2),
    fail: async () => ({ ...(await hang({ gradient: 26 }, 12.2)), place: { x: 590, y: 20 } }),
    unknown: withoutWall,
  },
  clutter: {
    pass: () => hang({}, 0),
    near: () => addStranger(56),
    fail: async () => ({
      ...(await hang({ strip: 0.05 }, 0.097)),
      place: { x: 0.02 * PHOTO.width, y: PHOTO.height / 3 },
    }),
    unknown: withoutWall,
  },
})
