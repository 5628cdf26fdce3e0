import type { SchoolText } from './school.zh-CN'

export const schoolEn: SchoolText = {
  search: 'Find a school or an exam',
  searchHint: 'School, city, exam, or initials of the pinyin',
  foundCount: count => `${count} found`,
  foundMore: count => `${count} more: type a little more.`,
  notHere:
    'Not here yet. Check against the general standard for now; send the school’s notice (its address or its text) ' +
    'to a teacher or to whoever runs this page, and it can be added.',
  useStandard: 'Check against the general standard, notice No. 99',

  notLoaded: 'The rules of that school didn’t come. Check the network, reload the page, and choose again.',
  ownAppOnly: 'This school takes only photos shot live in its own app.',
  studioOnly: 'Only photos taken by a studio are accepted.',
  studioOrHelper:
    'Photos by a studio, or by someone else with a rear camera, are accepted; selfies are not. ' +
    'The camera here starts with the rear one.',
  helperOnly:
    'Have someone else take it with the rear camera. Selfies are refused: from arm’s length they distort the face. ' +
    'The camera here starts with the rear one.',
  selfieToo: 'A photo that you take of yourself is accepted too.',
  rehearsal:
    'This is a rehearsal of pose, light and background. No file is made, because the school takes no finished photo.',
  replacesBackground: 'The school puts its own background in: a clean wall is enough.',
  open: (from = '…', to = '…') => `Open from ${from} to ${to}`,
  fee: (min, max) => `Fee: ${min === max ? min : `${min} to ${max}`} yuan`,
  platform: (name, compulsory) =>
    compulsory ? `It has to go through ${name}; this page can’t replace that` : `Handed in through ${name}`,
  attempts: count => `At most ${count} attempts`,
  glasses: {
    habitual: 'Who always wears glasses keeps them on',
    forbidden: 'No glasses',
    clear: 'Clear glasses without reflections are allowed',
  },
  maxAge: months => `Taken within the last ${months} months`,
  background: 'The background that your test centre asks for',
  anyBackground: 'Not known yet: any of them',

  number: {
    'id-number': 'ID number',
    'student-number': 'Student number',
    'exam-number': 'Exam or registration number',
  },
  numberNote:
    'The school names files by it. It goes into the file’s name only; it is neither kept nor sent. Leave it empty to ' +
    'keep the photo’s own name.',
  wrongIdNumber: 'This is no valid ID number: look for a mistyped digit; the last one may be X.',
  wrongNumber: 'Only 3 to 30 digits, letters or hyphens.',
}
