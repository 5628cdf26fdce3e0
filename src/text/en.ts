import type { CommonText } from './common-text'

export const en: CommonText = {
  failures: {
    'not-an-image': 'This file is not a photo. Choose a photo in JPG, PNG, WebP or HEIC format.',
    'unsupported-format':
      'This browser cannot open this format. Save the photo as JPG first, or set the camera to “most ' +
      'compatible” and take it again.',
    damaged:
      'The photo file is incomplete or broken. Get the original again from the camera or studio rather ' +
      'than a forwarded copy.',
    'changed-file':
      'The file can no longer be read: it was changed, moved or deleted after you chose it. Choose it again.',
    'too-large':
      'The photo has more pixels than a browser can work with. Take or export it at a normal resolution ' +
      '(about 12 megapixels).',
    'no-face': 'No face was found in the photo. Choose a frontal photo in good light with nothing over the face.',
    'many-faces': 'There is more than one face in the photo. Choose one with only yourself in it.',
    'too-small':
      'The photo is too small: once cropped it has fewer pixels or bytes than the school asks for. ' +
      'Zhaojian never enlarges a photo; use the original with more pixels.',
    'no-crop':
      'This photo can’t be cropped to the framing that is asked for. Take one with more room above the ' +
      'head and at the sides.',
    'out-of-memory':
      'The device ran out of memory before this was done. Close other apps or tabs and try again, or use a ' +
      'smaller photo.',
    crashed:
      'The check stopped on this device before it was done. Try again. If it stops again, close other apps or tabs ' +
      'first, or restart the browser.',
    'too-slow':
      'This device was too slow to finish the check. Close other apps or tabs and try again, or use another ' +
      'device or a smaller photo.',
    aborted: 'Cancelled.',
    closed: 'This checker was closed. Open the page again.',
    'assets-missing': 'Files needed for the check could not be loaded. Check the connection and try again.',
    'unsupported-browser':
      'This browser offers no WebGL or WebAssembly at the moment, and the check needs both. Close other ' +
      'tabs and restart the browser. If that does not help, update it, turn on hardware acceleration in ' +
      'its settings, or use a current Chrome, Edge, Firefox or Safari (16.4 or later). Inside a chat app, ' +
      'open the page in the phone’s own browser.',
    unexpected:
      'A fault of this program, not of your photo. Reload the page and try again; if it comes back, try another ' +
      'photo and tell us.',
  },
  reasons: {
    'no-face': { finding: 'No face was found.', advice: 'Choose a clear frontal photo.' },
    'no-person': {
      finding: 'You and the background could not be told apart.',
      advice: 'Stand in front of a plain background and take it again.',
    },
    'no-background': {
      finding: 'Too little of the background is in the photo.',
      advice: 'Move back so that the background shows all around you, and take it again.',
      live: 'Move back until the background shows on all sides.',
    },
    'no-crop': {
      finding: 'The photo can’t be cropped as asked.',
      advice: 'Leave more room above the head and at the sides, and take it again.',
    },
    'no-file': {
      finding: 'This is a camera picture; there is no file to look at yet.',
      advice: 'Take the photo; its file is checked then.',
    },
    'not-run': { finding: 'This has not been checked yet.', advice: 'Check again with a photo file.' },
    'not-loaded': {
      finding: 'Files that this needs could not be loaded.',
      advice: 'Check the connection and check the photo again.',
      live: 'Its files did not load; take the photo and check again.',
    },
    stopped: {
      finding: 'This part of the check stopped on this device.',
      advice: 'Check the photo again; close other apps or tabs first.',
      live: 'This part stopped on this device; take the photo and check again.',
    },
    pending: { finding: 'Still looking at this.', advice: 'The result comes in a moment.' },
    turned: {
      finding: 'The head is turned too far.',
      advice: 'Face the camera and take it again.',
      live: 'Face the camera.',
    },
    'too-small': {
      finding: 'The face is too small in the photo to see this.',
      advice: 'Use the original with more pixels, or come closer.',
      live: 'Come closer: too small to see.',
    },
    blurred: {
      finding: 'The photo is too blurred to see this.',
      advice: 'Wipe the lens, focus and take it again.',
      live: 'Hold it steady: too blurred to see.',
    },
    'cut-off': {
      finding: 'This part is outside the picture.',
      advice: 'Move back so that head and shoulders are in the picture.',
      live: 'Move back until head and shoulders are in the picture.',
    },
    'too-dark': {
      finding: 'The photo is too dark to see this.',
      advice: 'Take it again in bright, even light.',
      live: 'More light is needed to see it.',
    },
    'too-bright': {
      finding: 'The photo is too bright to see this.',
      advice: 'Take it again out of strong light.',
      live: 'Less direct light is needed to see it.',
    },
    covered: {
      finding: 'Something covers this part.',
      advice: 'Take away what covers it and try again.',
      live: 'Take away what covers it.',
    },
    glasses: {
      finding: 'Glasses are in the way.',
      advice: 'Zoom in and look yourself; if you can’t see it either, take it again without glasses.',
      live: 'The glasses are in the way; take the photo and look closely.',
    },
    ambiguous: {
      finding: 'This is not clear enough for the program to decide.',
      advice: 'Zoom in and look yourself: if it is fine, leave it; if in doubt, take it again.',
      live: 'Not clear enough to decide; take the photo and look closely.',
    },
    'not-stated': {
      finding: 'The file does not say.',
      advice: 'Save the photo here: the saved file says what is needed.',
      unsaved: 'Start with a photo that can be cropped; the file saved here will say what is needed.',
    },
    failed: {
      finding: 'The program failed at this check.',
      advice: 'Check again; if that doesn’t help, try another photo.',
    },
  },
  verdicts: { pass: 'OK', warn: 'Borderline', fail: 'Not OK', unknown: 'Couldn’t be checked' },
  closeToLimit: 'Close to the limit.',
  closeToLimitAdvice: 'It still meets the rule, but only just; leave a little more room if you take it again.',
  nothingToDo: 'Nothing to change.',
  outOfLimits: 'Outside the limits.',
  colon: ': ',
  yes: 'yes',
  no: 'no',
  units: {
    '': '{n}',
    px: '{n} px',
    deg: '{n}°',
    ratio: '{n} %',
    deltaE: 'colour difference {n}',
    'L*': 'lightness {n}',
    levels: '{n} of 255 levels',
    count: '{n}',
    bytes: '{n} KB',
    dpi: '{n} dpi',
    quality: '{n}',
    detail: '{n}',
  },
}
