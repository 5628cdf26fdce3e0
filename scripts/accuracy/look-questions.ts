import type { Question } from './question'

type ReadAnswer = Question['readAnswer']

/** Outside the limit on that side, advised limits included. */
const readAbove: ReadAnswer = ({ verdict, value, limits }) =>
  verdict === 'unknown' ? null : typeof value === 'number' && value > (limits?.max ?? Infinity)
const readBelow: ReadAnswer = ({ verdict, value, limits }) =>
  verdict === 'unknown' ? null : typeof value === 'number' && value < (limits?.min ?? -Infinity)
const readOutside: ReadAnswer = check => {
  const [above, below] = [readAbove(check), readBelow(check)]
  return above === null || below === null ? null : above || below
}
const readNotColour: ReadAnswer = ({ verdict, value }) =>
  verdict === 'unknown' ? null : typeof value === 'string' && value.startsWith('grey')

const look = (
  name: string,
  check: string,
  column: string,
  [readAnswer, direction, ...defectLabels]: [ReadAnswer, 1 | -1 | 0 | 'size', ...string[]],
): Question => ({
  name,
  check,
  column,
  defectLabels: defectLabels.length ? defectLabels : ['1'],
  readAnswer,
  isScored: direction !== 0,
  readScore: ({ value }) =>
    typeof value !== 'number' || direction === 0 ? null : direction === 'size' ? Math.abs(value) : direction * value,
})

/** What labels-look.csv says of the whole face and picture. */
export const LOOK_QUESTIONS: readonly Question[] = [
  look('uneven light', 'lighting.balance', 'uneven_light', [readAbove, 1]),
  look('highlight', 'lighting.highlights', 'highlight', [readAbove, 1]),
  look('too dark', 'lighting.exposure', 'exposure', [readBelow, -1, 'd']),
  look('too bright', 'lighting.exposure', 'exposure', [readAbove, 1, 'b']),
  look('colour cast', 'lighting.cast', 'cast', [readAbove, 1]),
  look('red eye', 'red-eye.share', 'red_eye', [readAbove, 1]),
  look('looks away', 'gaze.offset', 'gaze_away', [readAbove, 1]),
  look('expression', 'expression.departure', 'expression', [readAbove, 1]),
  look('eye closed', 'eyes.left', 'eyes_closed', [readBelow, -1]),
  look('eye closed', 'eyes.right', 'eyes_closed', [readBelow, -1]),
  look('something over the face', 'occlusion.share', 'occlusion', [readAbove, 1]),
  look('background uneven', 'background.evenness', 'background_uneven', [readAbove, 1]),
  look('background cluttered', 'background.clutter', 'background', [readAbove, 1]),
  look('clothes like the wall', 'clothing.contrast', 'clothes_like_background', [readBelow, -1]),
  look('shoulders', 'geometry.shoulders', 'shoulders', [readOutside, 'size']),
  look('blurred', 'sharpness.detail', 'blur', [readBelow, -1]),
  look('no colour photo', 'file.colour', 'not_a_colour_photo', [readNotColour, 0]),
]
