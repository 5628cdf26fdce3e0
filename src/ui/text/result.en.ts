import type { ResultText } from './result.zh-CN'

export const resultEn: ResultText = {
  pairLabel: 'The original and the crop; swipe sideways',
  original: 'Original with marks',
  cropped: 'After cropping',
  cropGuides: 'After cropping; thin lines show the framing the school asks for',
  noCrop: 'No compliant crop fits',

  passes: count => `${count} ${count === 1 ? 'rule' : 'rules'} met`,
  allPass: count => (count === 1 ? 'The one rule is met' : `All ${count} rules met`),
  mendedBySaving: count => `${count} mended by saving`,
  stillLooking: count => `Still looking at ${count}`,

  compareMore: 'Add to compare',
  backToAll: count => `Back to comparing ${count}`,

  refusedHere: 'This school refuses: ',
  joiner: '; ',
  cameraTitle: 'Taken with this page’s camera',
  cameraRehearsal:
    'A picture you took of yourself is a rehearsal: see what to change about fringe, ears, glasses and ' +
    'light before you go to the studio.',
  cameraHelper:
    'One that somebody else took, with a proper camera and background, may be submitted where the school allows it.',
  sampleTitle: 'This is a drawn sample',
  sampleNote: 'It only shows how the check works; it can’t be submitted.',

  nextHint: 'code, submitting',
  refusesToo: 'Refused in any case',
}
