import { expect, it } from 'vitest'
import { formatNumberCell, formatTextCell } from './cells'

it('what a spreadsheet would run or change is kept as text', () => {
  for (const text of [
    '=1+1',
    '+86 138',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\rx',
    ' =1',
    '＝1+1',
    '－1',
    '440524188001010014',
    '11010519491231002X',
    '007',
    '1-2',
    '3/4',
    '2025',
    '12:30',
    '3月4日',
    '1e5',
    '1.5',
    '1,000',
    ' 5 ',
  ])
    expect(formatTextCell(text), JSON.stringify(text)).toBe(`'${text}`)
})
it('all else stays as it is', () => {
  for (const text of [
    '',
    '张三.jpg',
    '440524188001010014.jpg',
    'IMG_0001.HEIC',
    '一班',
    '2025 届',
    '1班',
    'a=b',
    'it’s',
    "'=1",
    '"quoted", and\nmore',
    '3 people looked',
  ])
    expect(formatTextCell(text), JSON.stringify(text)).toBe(text)
})
it('numbers are plain', () => {
  expect([0, -0, 1, -0.5, 1_234_567, 0.1 + 0.2, 1e-7, -1e-7, 1e-6, 100, 4.0000001].map(formatNumberCell)).toEqual([
    '0',
    '0',
    '1',
    '-0.5',
    '1234567',
    '0.3',
    '0',
    '0',
    '0.000001',
    '100',
    '4',
  ])
  expect([NaN, Infinity].map(formatNumberCell)).toEqual(['', ''])
})
