import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { profileProblems } from '../profiles/parse'
import {
  buildExampleName,
  toFieldText,
  EMPTY_PROFILE,
  isObject,
  getCheckMode,
  parseNumber,
  parseFile,
  readAt,
  formatFile,
  toggleInList,
  withCheckMode,
  writeAt,
  type Json,
  type JsonObject,
  type Path,
} from './model'

const files = readdirSync('src/profiles').filter(name => name.endsWith('.json'))
const load = (name: string): { text: string; file: JsonObject } => {
  const text = readFileSync(`src/profiles/${name}`, 'utf8')
  return { text, file: parseFile(text) as JsonObject }
}

/** Paths of all values that stand in a field of their own. */
function leaves(value: Json, path: Path = []): Path[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((one, index) => leaves(one, [...path, index]))
  return isObject(value) ? Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, key])) : [path]
}
const typed = (value: Json): Json =>
  typeof value === 'number'
    ? parseNumber(toFieldText(value))!
    : // A tick is no text.
      typeof value === 'boolean'
      ? value
      : toFieldText(value)

describe.each(files)('%s', name => {
  const { text, file } = load(name)

  it('is written as it was read', () => expect(formatFile(file)).toBe(text))

  it('is the same text after every value went through its field', () => {
    const after = leaves(file).reduce((tree, path) => writeAt(tree, path, typed(readAt(tree, path)!), file), file)
    expect(formatFile(after)).toBe(text)
  })

  it('is the same text after every value was changed and changed back', () => {
    for (const path of leaves(file)) {
      const changed = writeAt(file, path, 'something else', file)
      expect(formatFile(changed), path.join('.')).not.toBe(text)
      expect(formatFile(writeAt(changed, path, readAt(file, path), file)), path.join('.')).toBe(text)
    }
  })

  it('is the same text after every key was taken out and put back', () => {
    for (const path of leaves(file).filter(path => typeof path.at(-1) === 'string')) {
      expect(
        formatFile(writeAt(writeAt(file, path, undefined, file), path, readAt(file, path), file)),
        path.join('.'),
      ).toBe(text)
    }
  })

  it('is the same text after every check was as the rule, off and its own again', () => {
    for (const [check, own] of Object.entries(file['checks'] as JsonObject)) {
      const away = (['rule', 'off'] as const).reduce(
        (tree, mode) => withCheckMode(tree, check, { mode, own: {}, former: file }),
        file,
      )
      expect(getCheckMode(away, check)).toBe('off')
      expect(formatFile(withCheckMode(away, check, { mode: 'own', own: own as JsonObject, former: file })), check).toBe(
        text,
      )
    }
  })
})

describe('checks', () => {
  it('not named are as the rule where the file extends base, and left out where it does not', () => {
    const whole = writeAt(EMPTY_PROFILE, ['extends'], undefined, EMPTY_PROFILE)
    expect([getCheckMode(EMPTY_PROFILE, 'face.count'), getCheckMode(whole, 'face.count')]).toEqual(['rule', 'off'])
    for (const file of [EMPTY_PROFILE, whole])
      for (const mode of ['off', 'own', 'rule'] as const)
        expect(
          getCheckMode(withCheckMode(file, 'face.count', { mode, own: { max: 2 }, former: file }), 'face.count'),
        ).toBe(mode)
    expect(withCheckMode(whole, 'face.count', { mode: 'rule', own: {}, former: whole })['checks']).toEqual({
      'face.count': {},
    })
  })

  it('keep allowed values in their order', () => {
    expect(toggleInList(['none'], 'clear', ['none', 'clear', 'tinted'])).toEqual(['none', 'clear'])
    expect(toggleInList(['clear'], 'none', ['none', 'clear', 'tinted'])).toEqual(['none', 'clear'])
    expect(toggleInList(['none', 'clear'], 'none', [])).toEqual(['clear'])
  })
})

describe('fields', () => {
  it.each([
    ['0.7495', 0.7495],
    [' 51200 ', 51200],
    ['４８０', 480],
    ['-24', -24],
    ['.5', 0.5],
    ['1e3', 1000],
    ['', undefined],
    ['  ', undefined],
    ['51,200', '51,200'],
    ['12a', '12a'],
    ['-', '-'],
    ['Infinity', 'Infinity'],
    ['0x10', '0x10'],
  ])('the number “%s”', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })

  it('emptied leave no key behind, and a new key takes its usual place', () => {
    const { file } = load('hanjiang-2025.json')
    expect(
      Object.keys(writeAt(file, ['checks', 'file.width', 'min'], parseNumber(''), file)['checks'] as JsonObject),
    ).toEqual(Object.keys(file['checks'] as JsonObject))
    expect(
      readAt(writeAt(file, ['checks', 'file.width', 'min'], undefined, file), ['checks', 'file.width']),
    ).not.toHaveProperty('min')
    expect(Object.keys(writeAt(file, ['fileName'], '{name}', file)).slice(-5)).toEqual([
      'density',
      'fileName',
      'checks',
      'steps',
      'refuses',
    ])
    expect(Object.keys(writeAt(file, ['source', 'url'], 'https://a.cn', file)['source'] as JsonObject)).toEqual([
      'title',
      'url',
      'trust',
      'note',
    ])
  })

  it('show how a template names a file', () => {
    expect(buildExampleName('{id-number}-{name}_{number}', 'a')).toBe('11010519491231002X-张三_1.jpg')
    expect(buildExampleName('{profile} {nothing}', 'guet')).toBe('guet {nothing}.jpg')
  })
})

describe('what is wrong', () => {
  const { file } = load('hanjiang-2025.json')
  it.each<[string, Path, Json | undefined]>([
    ['id', ['id'], 'Not An Id'],
    ['name.en', ['name', 'en'], ''],
    ['source.url', ['source', 'url'], 'www.example'],
    ['ratio.0', ['ratio', 0], 'three'],
    ['density', ['density'], undefined],
    ['fileName', ['fileName'], 'a/b'],
    ['checks.file.width.min', ['checks', 'file.width', 'min'], '12a'],
    ['checks.file.width', ['checks', 'file.width', 'min'], 2000],
    ['checks.background.colour.references.0', ['checks', 'background.colour', 'references', 0], 'blue'],
    ['checks.glasses.kind.oneOf', ['checks', 'glasses.kind', 'oneOf'], []],
    ['checks.nose.length', ['checks', 'nose.length'], {}],
    ['steps.1.title.zh-CN', ['steps', 1, 'title', 'zh-CN'], ''],
    ['extra', ['extra'], 1],
  ])('is told at %s', (place, path, value) => {
    expect(profileProblems(writeAt(file, path, value, file)).map(({ keys }) => keys.join('.'))).toEqual([place])
  })

  it('is told of every field, not only of the first', () => {
    const twice = writeAt(
      writeAt(writeAt(file, ['checks', 'file.width', 'min'], 'a', file), ['checks', 'file.width', 'max'], 'b', file),
      ['id'],
      '',
      file,
    )
    expect(profileProblems(twice).map(({ keys }) => keys.join('.'))).toEqual([
      'id',
      'checks.file.width.min',
      'checks.file.width.max',
    ])
  })

  it('of a fresh profile is what nobody else can know', () => {
    expect(profileProblems(EMPTY_PROFILE).map(({ keys }) => keys.join('.'))).toEqual([
      'name.zh-CN',
      'name.en',
      'source.title',
    ])
  })

  it.each([
    ['', 'not-json'],
    ['{', 'not-json'],
    ['[]', 'not-a-profile'],
    ['{"schema":"other/1"}', 'not-a-profile'],
  ])('keeps “%s” from being opened', (text, why) => expect(parseFile(text)).toBe(why))
})
