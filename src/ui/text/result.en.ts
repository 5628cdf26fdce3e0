import type { ResultText } from './result.zh-CN'

const SIDES = { top: 'above', right: 'on the right', bottom: 'below', left: 'on the left' } as const

export const resultEn: ResultText = {
  pairLabel: 'The original and the crop; swipe sideways',
  original: 'Original with marks',
  cropped: 'After cropping',
  cropGuides: 'After cropping; thin lines show the framing the school asks for',
  noCrop: 'Can’t be cropped to the rules',

  passes: count => `${count} OK`,
  allPass: count => (count === 1 ? 'OK' : `All ${count} OK`),
  mendedBySaving: count => `${count} fixed by saving`,
  stillLooking: count => `Still looking at ${count}`,

  moreFaults: count => `${count} more`,
  remedy: {
    'other-file': 'Needs another file',
    saving: 'Fixed by saving, once it can be cropped',
    moving: 'Easy to fix in a new photo',
    place: 'Needs other light or background',
  },
  uncheckedNote: titles => `Couldn’t be checked: ${titles.join(', ')}. Look yourself; if it looks fine, it is.`,
  savedFix: 'fixed by saving',
  wantedColour: 'Wanted',
  foundColour: 'This photo',

  noCropTitle: 'Why it can’t be cropped',
  missingPixels: (has, needs) => `Cropped as asked, only ${has} pixels are left; at least ${needs} are needed.`,
  missingPixelsAdvice: 'Use the original with more pixels; Zhaojian never enlarges a photo.',
  missingRoom: (side, pixels, share) => {
    const whole = side === 'top' || side === 'bottom' ? 'height' : 'width'
    return `About ${pixels} px are missing ${SIDES[side]} (${share} % of the photo’s ${whole}).`
  },
  missingAbove: 'The hair reaches the top edge, so it may be more.',
  missingRoomAdvice: 'Use an original with more around you, or move back and take it again.',
  hairTooHigh: 'The hair is piled too high: no crop can hold it as asked.',
  hairTooHighAdvice: 'Wear the bun or ponytail lower and take it again.',
  noCropOther: 'First fix what is said above, then save here.',
  outsideOffer: (title, value, limit) =>
    `Only one rule can’t be met: “${title}” would be ${value}, the general standard asks for ${limit}. ` +
    'The school’s own notice doesn’t mention it; whether it is accepted, the school decides.',
  outsideSave: 'Save it anyway, marked as such',
  outsideMade: title =>
    `This file is outside the general standard for “${title}”; its name says “outside”. The school’s notice doesn’t ` +
    'mention this rule: ask the school before you submit it.',

  share: 'Share, or save to photos',
  copyName: 'Copy the file name',
  copyLink: 'Copy the link',
  copied: 'Copied',
  notCopied: 'Not copied; select the text and copy it yourself',
  linkNotCopied: 'Not copied; use “Open in browser” in the menu at the top right',
  given: {
    hold: 'Press and hold the photo above and choose “Save image”: it is then among your photos.',
    files:
      'Saved in the Files app, under Downloads. To have it among your photos, press “Share, or save to photos” and ' +
      'choose “Save Image”.',
    download: 'Handed to your browser; look in the Downloads folder.',
    shared: 'Handed to the app you chose; with “Save Image” it is among your photos.',
    'not-shared': 'Sharing did not open; download it instead.',
  },
  holdElse:
    'Nothing happens? Copy the link and open it in the phone’s own browser. The photo doesn’t travel with the link: ' +
    'choose it again there.',

  compareMore: 'Add to compare',
  backToAll: count => `Back to comparing ${count}`,

  refusedHere: 'This school refuses: ',
  joiner: '; ',
  cameraTitle: 'Taken with this page’s camera',
  cameraRehearsal:
    'A selfie is only a rehearsal: see what to change about fringe, ears, glasses and light before you go ' +
    'to the studio.',
  cameraHelper:
    'One that somebody else took with a camera, in front of the right background, may be submitted if the school ' +
    'allows it.',
  sampleTitle: 'This is a drawn sample',
  sampleNote: 'It only shows how checking works; it can’t be submitted.',

  nextHint: 'code, submitting',
  refusesToo: 'Never accepted',
}
