import { describe, expect, it } from 'vitest'
import { createBatchRows, type RowOptions } from '../../tests/support/batch-rows'
import { runToEnd } from '../contract/sliced'
import { planNames, findTemplateFault, type NamePlan, type NamingOptions } from './name-plan'

const MAN = '440524188001010014',
  WOMAN = '11010519491231002X'
const plan = (names: readonly (string | [string, RowOptions])[], naming: Partial<NamingOptions> = {}): NamePlan =>
  runToEnd(
    planNames(createBatchRows(...names.map(one => (typeof one === 'string' ? ([one] as const) : one))), {
      template: '{name}',
      profileId: 'hanjiang-2025',
      keepFolders: true,
      numberClashes: false,
      ...naming,
    }),
  )
const paths = (...of: Parameters<typeof plan>): (string | undefined)[] =>
  of[0].map((_, at) => plan(...of).paths.get(at + 1))

describe('names from a pattern', () => {
  it('the original’s own name, whatever its ending', () => {
    expect(paths(['张三.jpg', '李四.HEIC', 'a.b.png', '无后缀', '王五 1.5寸', '.jpg'])).toEqual([
      '张三.jpg',
      '李四.jpg',
      'a.b.jpg',
      '无后缀.jpg',
      '王五 1.5寸.jpg',
      'photo.jpg',
    ])
  })
  it('what stands for something, also twice, and nothing that a name holds is taken for a pattern', () => {
    expect(paths(['张三.jpg'], { template: 'zp{name}-{number}-{profile}-{name}' })).toEqual([
      'zp张三-1-hanjiang-2025-张三.jpg',
    ])
    expect(paths(['{number}$&{name}.jpg'])).toEqual(['{number}$&{name}.jpg'])
  })
  it('an ending typed into the pattern is not there twice, and only at its end is it one', () => {
    for (const template of ['{name}.JPG', '{name}.jpeg', '{name}.jpg', '{name}'])
      expect(paths(['a.png'], { template }), template).toEqual(['a.jpg'])
    expect(paths(['a.png'], { template: '{name}.jpg.{number}' })).toEqual(['a.jpg.1.jpg'])
    expect(paths(['a.png'], { template: '{name}.png' })).toEqual(['a.png.jpg'])
  })
  it('an original’s ending is one to five letters and digits after its last dot', () => {
    expect(paths(['a.x', 'b.abcde', 'c.abcdef', 'd.jp2', 'e.jpg ', 'f.', 'g.j-g', 'h.JPG.bak'])).toEqual([
      'a.jpg',
      'b.jpg',
      'c.abcdef.jpg',
      'd.jpg',
      'e.jpg.jpg',
      'f.jpg',
      'g.j-g.jpg',
      'h.JPG.jpg',
    ])
  })
  it('a wrong number matters only where the pattern asks for one', () => {
    expect(paths(['440524188001010015.jpg'])).toEqual(['440524188001010015.jpg'])
    expect(paths([`${MAN}.jpg`], { template: '{number}-{id-number}' })).toEqual([`1-${MAN}.jpg`])
  })
  it('identity numbers; who has none, a wrong one or two gets no name', () => {
    const found = plan(
      [`张三${MAN}.jpg`, `李四${WOMAN.toLowerCase()}.png`, '王五.jpg', '440524188001010015.jpg', `${MAN} ${WOMAN}.jpg`],
      { template: '{id-number}' },
    )
    expect([...found.paths]).toEqual([
      [1, `${MAN}.jpg`],
      [2, `${WOMAN}.jpg`],
    ])
    expect(found.unnamed.map(({ row, why }) => [row.id, why])).toEqual([
      [3, 'no-id-number'],
      [4, 'wrong-id-number'],
      [5, 'several-id-numbers'],
    ])
  })
})

describe('two files that would get one name', () => {
  it('get none, and both are told', () => {
    const found = plan(['a.jpg', 'b.jpg', 'A.png'])
    expect([...found.paths]).toEqual([[2, 'b.jpg']])
    expect(found.clashes.map(({ path, rows }) => [path, rows.map(({ id }) => id)])).toEqual([['a.jpg', [1, 3]]])
  })
  it('are one in capitals, in another way to write an accent, and after being made safe', () => {
    expect(plan(['é.jpg', 'e\u0301.jpg', 'É.jpg']).clashes).toHaveLength(1)
    expect(plan(['a?.jpg', 'a*.jpg']).clashes).toHaveLength(1)
    expect(plan(['a\u202e.jpg', 'a.jpg']).clashes).toHaveLength(1)
    expect(plan(['x.jpg', 'y.jpg'], { template: 'photo' }).clashes).toHaveLength(1)
    expect(plan([`${MAN}a.jpg`, `${MAN}b.jpg`], { template: '{id-number}' }).clashes).toHaveLength(1)
  })
  it('are numbered where the user says so, and no number is one that is there', () => {
    expect(paths(['a.jpg', 'A.png', 'a-2.jpg', 'a.webp'], { numberClashes: true })).toEqual([
      'a.jpg',
      'a-3.jpg',
      'a-2.jpg',
      'a-4.jpg',
    ])
    expect(plan(['a.jpg', 'A.png'], { numberClashes: true }).clashes).toEqual([])
  })
  it('may be apart in folders that are kept', () => {
    const rows: [string, RowOptions][] = [
      ['1.jpg', { folder: '一班' }],
      ['1.jpg', { folder: '二班' }],
    ]
    expect(paths(rows)).toEqual(['一班/1.jpg', '二班/1.jpg'])
    expect(plan(rows, { keepFolders: false }).clashes).toHaveLength(1)
    expect(paths(rows, { keepFolders: false, numberClashes: true })).toEqual(['1.jpg', '1-2.jpg'])
    expect(
      plan([
        ['1.jpg', { folder: 'A' }],
        ['1.jpg', { folder: 'a' }],
      ]).clashes,
    ).toHaveLength(1)
  })
  it('nor may a file have the name of a folder', () => {
    const rows: [string, RowOptions][] = [
      ['x.jpg', { folder: 'a.jpg/b' }],
      ['A.png', {}],
    ]
    expect(plan(rows).clashes.map(({ path }) => path)).toEqual(['A.jpg'])
    expect(paths(rows, { numberClashes: true })).toEqual(['a.jpg/b/x.jpg', 'A-2.jpg'])
    // Nor the innermost folder's path; a name that merely starts like a folder's path is fine.
    expect(
      plan([
        ['x.jpg', { folder: 'c/a.jpg' }],
        ['a.jpg', { folder: 'c' }],
        ['a.jpg', { folder: 'd' }],
      ]).clashes.map(({ path, rows: alike }) => [path, alike.map(({ id }) => id)]),
    ).toEqual([['c/a.jpg', [2]]])
  })
  it('keep their rows’ order, and none stops the others', () => {
    const found = plan(['b.jpg', 'a.jpg', 'B.jpg', 'c.jpg'])
    expect([...found.paths]).toEqual([
      [2, 'a.jpg'],
      [4, 'c.jpg'],
    ])
    expect(found.unnamed).toEqual([])
  })
  it('no two paths are ever equal, and none leaves its folder', () => {
    const names = [
      'a.jpg',
      'A.jpg',
      'a-2.jpg',
      'A-2.png',
      'a-2-2.jpg',
      '../a.jpg',
      '..\\a.jpg',
      '/a.jpg',
      'con.jpg',
      'CON.png',
      '...jpg',
      '.jpg',
      '\u202ea.jpg',
    ]
    const all = paths(
      names.flatMap(name => ['', 'x', '../x', 'X'].map((folder): [string, RowOptions] => [name, { folder }])),
      { numberClashes: true },
    )
    expect(new Set(all.map(path => path!.toLowerCase())).size).toBe(all.length)
    for (const path of all) expect(path).toMatch(/^(?:[^./\\ ][^/\\]*\/)*[^./\\ ][^/\\]*\.jpg$/)
  })
})

it('a pattern that can’t be one is told', () => {
  const fine = ['{name}', 'zp{name}', '毕业照 {number}', '{id-number}.jpg', '{profile}', 'photo', '{name}{name}']
  expect(fine.map(findTemplateFault)).toEqual(fine.map(() => null))
  expect(['', '  ', '.jpg', ' .JPEG'].map(findTemplateFault)).toEqual(['empty', 'empty', 'empty', 'empty'])
  expect(['{student}', '{name', 'name}', '{}'].map(findTemplateFault)).toEqual(Array(4).fill('unknown-token'))
  const invalid = ['a/{name}', '..\\{name}', 'a\u0000', 'a\u007f', ...'<>:"|?*'].map(one => `a${one}`)
  expect(invalid.map(findTemplateFault)).toEqual(invalid.map(() => 'forbidden-character'))
  expect(findTemplateFault('{student}:')).toBe('unknown-token')
})
