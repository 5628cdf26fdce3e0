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
    'fix it, and crops it to the JPG your school accepts.',
  privacy: 'Your photo stays on this device',
  privacyMore: 'Everything is checked right here: no upload, no tracking; once loaded it works offline.',
  otherLanguage: '中文',
  skip: 'Skip to content',

  dropTitle: 'Choose the photo to check',
  dropHint: 'Choose, drop or paste a photo (JPG, PNG, WebP, HEIC)',
  dropNow: 'Drop to check it',
  choose: 'Choose a photo',
  useCamera: 'Use the camera',
  sample: 'No photo at hand? Try a sample first',
  sampleBadge: 'A sample, not a real person',
  batchEntry: 'Check many photos at once',
  batchFor: 'studios, schools',
  batchLoading: 'Opening the batch screen',
  loadingQuietly: 'Getting the checker ready',
  readyNow: 'Ready',

  profile: 'Your school',
  profileNotChosen:
    'No school chosen yet: the general rules are used. Choose yours above for a result you can rely on.',
  collectionOver: (year, lastDay) =>
    `The collection of ${year} ended on ${lastDay}. For this year’s rules and dates see the school’s new notice.`,
  profileSource: 'Rules taken from',
  trust: {
    A: 'From the school’s or authority’s own page',
    B: 'An official notice, re-published; the school’s own text prevails',
    C: 'From a commercial site, not confirmed by the school: a hint only',
    M: 'From a mirror page, not a reliable source: a hint only',
    D: 'Derived or measured by this project, not published by the school',
  },
  refuses: 'Not accepted',
  rulesVersion: version => `Rules version ${version}`,
  frameTitle: 'The framing the school asks for',
  frameHeadTop: 'Top of the head (with hair) to the edge',
  frameEyes: 'Eyes to the edge',
  frameWidth: 'Width of the face',
  frameUnit: 'in a 480×640 px frame',

  working: 'Checking',
  stage: {
    models: 'Loading the checker',
    heic: 'Loading the HEIC decoder',
    parts: 'Looking closer: ears, eyebrows, glasses, mouth, headwear',
    partsLoading: 'Loading the check of ears, eyebrows and glasses',
    checking: 'Checking rule by rule',
  },
  megabytes: (loaded, total) => `${loaded} / ${total} MB`,
  timeLeft: seconds => (seconds < 60 ? ` · about ${seconds} s left` : ` · about ${Math.ceil(seconds / 60)} min left`),
  onlyOnce: 'Downloaded the first time only; your browser keeps it.',
  cancel: 'Cancel',

  verdict: COMMON_TEXT.en.verdicts,
  verdictPass: 'Every required rule is met',
  verdictPassSaved: count => `The photo is OK; saving fixes ${count} file ${count === 1 ? 'rule' : 'rules'}`,
  verdictPassUnchecked: count => `Everything that could be checked is OK; ${count} couldn’t be checked`,
  verdictFail: count => `${count} ${count === 1 ? 'thing' : 'things'} to fix before you submit`,
  verdictUnknown: count => `Nothing wrong was found, but ${count} couldn’t be checked`,
  verdictFileOnly: 'The file is checked; next comes the face',
  verdictPending: 'Light, background and framing are checked; still looking at the face',
  pending: 'Looking',
  verdictNote:
    'This says what was measured, and against which clause. Whether the photo is accepted, the school decides.',
  checkedAgainst: 'Checked against',
  firstFix: 'Fix these first',
  firstLook: 'Couldn’t be checked: what to do',
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
  fileNote: 'The file saved here meets all of these; there is nothing for you to do.',
  fileNoteNoCrop: 'This photo can’t be cropped to the rules, so nothing can be saved yet.',
  positionNote: 'Measured in the crop frame shown, as if it were 480×640 px.',
  required: 'Required',
  advised: 'Advised',
  measured: 'Measured',
  measuredOf: what => `Measured: ${what}`,
  limit: 'Limit',
  clause: 'Clause',
  summed: 'In short: ',
  reading: 'How we measure this',
  clauseSource: 'Source',
  advice: 'What to do',
  finding: 'Found',
  closeUp: 'This part of your photo',
  atLeast: value => `at least ${value}`,
  atMost: value => `at most ${value}`,
  between: (min, max) => `${min} to ${max}`,

  photoAlt: 'The photo being checked',
  photoWith: 'The photo with its marks',
  layer: { outlines: 'Outlines', frame: 'Crop frame', lighting: 'Lighting map', background: 'Background map' },
  layerEmpty: name => `${name}: no problem was found.`,
  layerNoFrame: 'No crop frame that meets the rules fits into this photo.',
  layersLabel: 'Show on the photo',
  cropTitle: 'After cropping',
  cropSize: (width, height) => `${width} × ${height} px`,
  headTopShort: 'Head top',
  eyesShort: 'Eyes',
  widthShort: 'Face',

  save: 'Save the JPG for your school',
  saveAnyway: 'Save the cropped JPG anyway',
  saveWarn:
    'Saving can’t fix what is wrong above: it only crops and scales; no retouching, no new background, no mirroring.',
  savePromise:
    'Only crops and scales your own pixels: no retouching, no new background, no mirroring. Identifying ' +
    'metadata is left out.',
  saving: 'Making the file…',
  saved: 'Your file is ready',
  saveAgain: 'Download again',
  savedFine: 'It meets every file rule.',
  savedNotFine: 'It still misses file rules:',
  savedAlt: 'The finished photo',
  factSize: 'Size',
  factPixels: 'Pixels',
  factDensity: 'Density',
  factFormat: 'Format',
  another: 'Another photo',
  nextSteps: 'Next steps',
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
    'no-crop': 'Can’t be cropped to the rules',
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
    'on-a-page': 'That picture is still on another page',
    'page-updated': 'This page has a new version',
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
      'camera, or open this page on its own.',
    'camera-failed': 'Try again, or take the photo with the system’s camera and choose it here.',
    'not-a-file': 'There was no picture file in what was dropped or pasted. Choose a photo instead.',
    'on-a-page':
      'Only its address arrived, and this page fetches nothing from elsewhere. Save the picture on this device ' +
      'first, then choose or drop the saved file.',
    'page-updated':
      'It was replaced while it was open, so parts of the former version can no longer be loaded. Reload the page, ' +
      'then choose your photo again.',
  },

  compare: compareEn,
  embed: embedEn,
  report: reportEn,
  result: resultEn,

  footer: 'Open source · your photo stays on this device · the school decides',
  forSchools: 'For schools',
  licences: 'Licences',
  reload: 'Reload',
  announceReady: 'The checker is ready',
  announceProduced: name => `${name} is ready`,

  offline: offlineEn,
}
