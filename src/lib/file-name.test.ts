import { expect, it } from 'vitest'
import { createBatchRows } from '../../tests/support/batch-rows'
import { buildExampleName } from '../editor/model'
import { runToEnd } from '../contract/sliced'
import { planNames } from '../delivery/name-plan'
import { buildFileName, listNumberTokens, readTypedNumber } from './file-name'

const MAN = '440524188001010014'
const LONG = '照'.repeat(120)

/** Template, the original's name, and the made file's name: one result wherever it is made. */
const NAMES: readonly (readonly [template: string, original: string, made: string])[] = [
  ['{name}', '张三.jpg', '张三.jpg'],
  ['{name}', '王五 1.5寸.png', '王五 1.5寸.jpg'],
  ['{name}', '1.5寸', '1.5寸.jpg'],
  ['{name}', '😀👩‍🎓.HEIC', '😀👩‍🎓.jpg'],
  ['{name}', '\u202egpj.张三.jpg', 'gpj.张三.jpg'],
  ['{name}', '\u200f\u2067محمد\u2069.jpg', 'محمد.jpg'],
  ['{name}', `${LONG}.jpg`, `${'照'.repeat(76)}.jpg`],
  ['{name}', 'a'.repeat(120) + '.jpg', `${'a'.repeat(120)}.jpg`],
  ['{name}', 'CON.jpg', '_CON.jpg'],
  ['{name}', 'aux.tar.png', '_aux.tar.jpg'],
  ['{name}', 'COM¹.webp', '_COM¹.jpg'],
  ['{name}', 'a:b?c*.jpg', 'a_b_c_.jpg'],
  ['{name}', 'trailing. .jpg', 'trailing.jpg'],
  ['{name}', '.jpg', 'photo.jpg'],
  ['{name}-{profile}', 'IMG_2031.JPG', 'IMG_2031-school.jpg'],
  ['zp{exam-number}', '420325100123 张三.jpg', 'zp420325100123.jpg'],
  ['{student-number}', '张三_２０２３０１０１.jpg', '20230101.jpg'],
  ['{id-number}', `张三${MAN}.jpg`, `${MAN}.jpg`],
  ['{id-number}-{name}', `${MAN}.jpeg`, `${MAN}-${MAN}.jpg`],
  ['{name}', '{number}$&{name}.jpg', '{number}$&{name}.jpg'],
]

it.each(NAMES)('%s of %j is %j, made alone and in a batch', (template, original, made) => {
  expect(buildFileName(template, { original, profileId: 'school' })).toBe(made)
  const naming = { template, profileId: 'school', keepFolders: true, numberClashes: false }
  expect([...runToEnd(planNames(createBatchRows([original]), naming)).paths.values()]).toEqual([made])
})

it('what was typed goes before what the name says, and is checked', () => {
  const facts = { original: '20230101.jpg', profileId: 'school' }
  const name = (template: string, numbers: object): string => buildFileName(template, { ...facts, numbers })
  expect(name('{student-number}', { 'student-number': ' ２０２４0202 ' })).toBe('20240202.jpg')
  expect(name('{student-number}', { 'student-number': '../x' })).toBe('20230101.jpg')
  expect(name('{id-number}', { 'id-number': '11010519491231002x' })).toBe('11010519491231002X.jpg')
  expect(name('{id-number}', { 'id-number': '110105194912310021' })).toBe('20230101-school.jpg')
})

it('a number that is nowhere, or a photo without a name, gets the name that the school left open', () => {
  expect(buildFileName('{student-number}', { original: '张三.jpg', profileId: 'school' })).toBe('张三-school.jpg')
  expect(buildFileName('{student-number}', { original: '12345 67890.jpg', profileId: 'school' })).toBe(
    '12345 67890-school.jpg',
  )
  expect(buildFileName(undefined, { original: undefined, profileId: 'school' })).toBe('photo-school.jpg')
})

it('the editor’s example is a name as it is made', () => {
  expect(buildExampleName('{id-number}-{name}', 'x')).toBe('11010519491231002X-张三.jpg')
  expect(buildExampleName('CON', 'x')).toBe('_CON.jpg')
})

it('a template tells which numbers it needs; a typed one must be one', () => {
  expect(listNumberTokens('{name}-{student-number}-{id-number}-{student-number}')).toEqual([
    'student-number',
    'id-number',
  ])
  expect(readTypedNumber('exam-number', '42')).toBeNull()
  expect(readTypedNumber('exam-number', '4203-25A')).toBe('4203-25A')
  expect(readTypedNumber('id-number', MAN)).toBe(MAN)
})
