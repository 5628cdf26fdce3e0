import { COMMON_TEXT } from '../../text'
import { cameraEn } from './camera.en'
import { embedEn } from './embed.en'
import { offlineEn } from './offline'
import { compareEn } from './compare.en'
import { reportEn } from './report.en'
import { resultEn } from './result.en'
import type { PageText } from './zh-CN'

export const en: PageText = {
  title: 'Zhaojian · graduation photo check',
  brand: 'Zhaojian',
  tagline: 'Know whether your photo passes before you submit it',
  lead:
    'Checks a graduation photo against your school’s rules one by one, says what is wrong and how to ' +
    'mend it, and cuts the compliant JPEG.',
  privacy: 'Your photo stays on this device',
  privacyMore: 'Everything is checked right here: no upload, no tracking; once loaded it works offline.',
  otherLanguage: '中文',
  skip: 'Skip to content',

  dropTitle: 'Put your photo here',
  dropHint: 'Choose, drop or paste a photo (JPG, PNG, WebP, HEIC)',
  dropNow: 'Let go to check it',
  choose: 'Choose a photo',
  useCamera: 'Use the camera',
  sample: 'No photo at hand? Try the drawn sample',
  sampleBadge: 'A drawn sample, nobody’s face',
  batchEntry: 'Check many photos at once',
  batchFor: 'studios, schools',
  batchLoading: 'Opening the batch screen',
  loadingQuietly: 'Getting the checker ready',
  readyNow: 'Ready',

  profile: 'Whose rules',
  profileSource: 'Rules taken from',
  trust: {
    A: 'From the school’s or authority’s own page',
    B: 'An official notice, re-published; the school’s own text prevails',
    C: 'From a commercial site, not confirmed by the school: a hint only',
    M: 'From a mirror page, not a reliable source: a hint only',
    D: 'Derived or measured by this project, not published by the school',
  },
  refuses: 'This school refuses',
  rulesVersion: version => `Rules version ${version}`,
  frameTitle: 'The framing the school asks for',
  frameHeadTop: 'Hair top to edge',
  frameEyes: 'Eyes to edge',
  frameWidth: 'Face width',
  frameUnit: 'in a 480×640 px frame',

  working: 'Checking',
  stage: {
    models: 'Loading the checker',
    heic: 'Loading the HEIC decoder',
    parts: 'Looking closer: ears, eyebrows, glasses, mouth, headwear',
    checking: 'Checking rule by rule',
  },
  megabytes: (loaded, total) => `${loaded} / ${total} MB`,
  onlyOnce: 'Downloaded the first time only; your browser keeps it.',
  cancel: 'Cancel',

  verdict: COMMON_TEXT.en.verdicts,
  verdictPass: 'Every required rule is met',
  verdictPassSaved: count => `The photo itself is fine; saving mends ${count} file ${count === 1 ? 'rule' : 'rules'}`,
  verdictFail: count => `${count} ${count === 1 ? 'thing' : 'things'} to mend before you submit`,
  verdictUnknown: count => `Nothing fails, but ${count} ${count === 1 ? 'rule' : 'rules'} can’t be told`,
  verdictPending: 'Light, background and framing are checked; still looking at the face',
  pending: 'Looking',
  verdictNote:
    'This says what was measured, and against which clause. Whether the photo is accepted, the school decides.',
  checkedAgainst: 'Checked against',
  firstFix: 'Mend these first',
  firstLook: 'Look at these first',
  allChecks: 'Rule by rule',
  expandAll: 'Open all',
  collapseAll: 'Close all',
  group: {
    face: 'Face',
    light: 'Light',
    background: 'Background and clothes',
    picture: 'Picture quality',
    position: 'Framing',
    file: 'File',
  },
  fileNote: 'The file saved here meets these; nothing for you to do.',
  fileNoteNoCrop: 'No compliant crop fits into this photo; mend what is said above first.',
  positionNote: 'Measured in the crop frame shown, as if it were 480×640 px.',
  required: 'Required',
  advised: 'Advised',
  measured: 'Measured',
  limit: 'Limit',
  clause: 'Clause',
  clauseSource: 'Source',
  advice: 'What to do',
  finding: 'Found',
  closeUp: 'This place in your photo',
  atLeast: value => `at least ${value}`,
  atMost: value => `at most ${value}`,
  between: (min, max) => `${min} to ${max}`,

  photoAlt: 'The photo being checked',
  photoWith: 'The photo with what was seen',
  layer: { outlines: 'Outlines', frame: 'Crop frame', lighting: 'Lighting map', background: 'Background map' },
  layerEmpty: name => `${name}: no place stands out.`,
  layerNoFrame: 'No compliant crop frame fits into this photo.',
  layersLabel: 'Show on the photo',
  cropTitle: 'After cropping',
  cropSize: (width, height) => `${width} × ${height} px`,
  headTopShort: 'Hair top',
  eyesShort: 'Eyes',
  widthShort: 'Face',

  save: 'Save the compliant JPEG',
  saveAnyway: 'Save the cropped JPEG anyway',
  saveWarn:
    'Saving can’t mend what fails above: it crops and scales, and never retouches, replaces a background or mirrors.',
  savePromise:
    'Only crops and scales your own pixels: no retouching, no new background, no mirroring. Identifying ' +
    'metadata is left out.',
  saving: 'Making the file…',
  saved: 'Your file is made',
  saveAgain: 'Download again',
  savedFine: 'The made file meets every file rule.',
  savedNotFine: 'The made file still misses file rules:',
  savedHold:
    'No download inside WeChat? Press and hold the picture below to save it, or open this page in your system browser.',
  savedAlt: 'The photo that was made',
  factSize: 'Size',
  factPixels: 'Pixels',
  factDensity: 'Density',
  factFormat: 'Format',
  another: 'Another photo',
  nextSteps: 'What comes next',
  openLink: 'Open the page',

  camera: cameraEn,

  dismiss: 'OK',
  retry: 'Try again',
  aboutFile: name => `File: ${name}`,
  failureTitles: {
    'not-an-image': 'This is not a picture',
    'unsupported-format': 'This format can’t be opened',
    damaged: 'The file is damaged',
    'changed-file': 'The file can’t be read any more',
    'too-large': 'The picture is too large',
    'no-face': 'No face was found',
    'many-faces': 'More than one person',
    'too-small': 'The photo is too small',
    'no-crop': 'No compliant crop fits',
    'out-of-memory': 'Not enough memory',
    crashed: 'The check stopped',
    'too-slow': 'This device is too slow',
    aborted: 'Cancelled',
    closed: 'The checker is closed',
    'assets-missing': 'The checker did not load completely',
    'unsupported-browser': 'This browser can’t do it',
    'camera-denied': 'No permission for the camera',
    'camera-absent': 'No camera was found',
    'camera-busy': 'The camera can’t be opened',
    'camera-lost': 'The camera is gone',
    'camera-unsupported': 'No live guidance in this browser',
    'camera-insecure': 'This page may not use the camera',
    'camera-failed': 'The photo was not taken',
    'not-a-file': 'No photo arrived',
    unexpected: 'Something unexpected went wrong',
  },
  failureRemedies: {
    'camera-denied':
      'Allow the camera for this page in the address bar or the system settings and try again; or choose a ' +
      'photo you have, or use the system’s camera.',
    'camera-absent': 'This device has no camera that can be used. Choose a photo you have, or use another device.',
    'camera-busy': 'Another program may be using the camera. Close it and try again, or use the system’s camera.',
    'camera-lost':
      'It was unplugged, or the system took it back. Connect it and open it again, or use the system’s camera.',
    'camera-unsupported':
      'Some browsers inside apps (older WeChat) give pages no camera. Take the photo with the system’s ' +
      'camera and check it here, or open this page in the phone’s own browser.',
    'camera-insecure':
      'Cameras work on https pages only, and a site that embeds this page must allow it. Use the system’s ' +
      'camera, or open this page by itself.',
    'camera-failed': 'Try again, or take the photo with the system’s camera and choose it here.',
    'not-a-file': 'There was no picture file in what was dropped or pasted. Choose a photo instead.',
  },

  compare: compareEn,
  embed: embedEn,
  report: reportEn,
  result: resultEn,

  footer: 'Open source · your photo stays on this device · the school decides',
  forSchools: 'For schools',
  announceReady: 'The checker is ready',
  announceProduced: name => `${name} is made`,

  offline: offlineEn,
}
