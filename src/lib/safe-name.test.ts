import { describe, expect, it } from 'vitest'
import { toNameKey, toSafeFolder, toSafeName } from './safe-name'

describe('a name that every system takes', () => {
  it.each([
    ['张三', '张三'],
    ['a b-c_d.e', 'a b-c_d.e'],
    ['a/b', 'a_b'],
    ['a\\b', 'a_b'],
    ['../../etc/passwd', '_._.._etc_passwd'],
    ['C:\\x', 'C__x'],
    ['a<b>c:d"e|f?g*h', 'a_b_c_d_e_f_g_h'],
    ['con', '_con'],
    ['CON', '_CON'],
    ['nul.tar', '_nul.tar'],
    ['COM1', '_COM1'],
    ['lpt²', '_lpt²'],
    ['CONIN$', '_CONIN$'],
    ['console', 'console'],
    ['com10', 'com10'],
    ['aux ', '_aux'],
    ['end.', 'end'],
    ['end. . ', 'end'],
    ['  spaced  ', 'spaced'],
    ['...', '_'],
    ['..', '_'],
    ['.', '_'],
    ['', '_'],
    [' ', '_'],
    ['.hidden', '_hidden'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['a\u0000b\u001fc\u007fd', 'abcd'],
    ['a\nb\tc', 'abc'],
    ['\u2066a\u2069\u200fb\ufeff', 'ab'],
    ['a\u2028b', 'ab'],
    ['half\ud800', 'half_'],
    ['e\u0301', 'é'],
    ['.a.', '_a'],
    ['a. .b', 'a. .b'],
    ['prn', '_prn'],
    ['LPT9.x', '_LPT9.x'],
    ['COM0', '_COM0'],
    ['nulx', 'nulx'],
    ['xnul', 'xnul'],
    ['CONOUT$.txt', '_CONOUT$.txt'],
    ['👩‍🎓', '👩‍🎓'],
    ['ｃｏｎ', 'ｃｏｎ'],
  ])('%j: %j', (input, safe) => expect(toSafeName(input)).toBe(safe))

  it('is cut to what a file system takes, between characters', () => {
    expect(toSafeName('照'.repeat(200))).toBe('照'.repeat(76))
    expect(toSafeName('🎓'.repeat(100))).toBe('🎓'.repeat(57))
    expect(toSafeName('a'.repeat(229) + '. b')).toBe('a'.repeat(229))
    for (const length of [230, 231]) expect(toSafeName('a'.repeat(length))).toBe('a'.repeat(230))
    // Each é takes two bytes, so an odd number of bytes would split one.
    expect(toSafeName(`a${'é'.repeat(200)}`)).toBe(`a${'é'.repeat(114)}`)
  })

  it('a safe name stays as it is, and nothing unsafe is left', () => {
    const hostile = [
      '..\\..\\con',
      '.\u202e.',
      ' . CON',
      '\u200bNUL',
      'x'.repeat(226) + ' . . .',
      '..﻿..',
      'COM1 .txt',
      '\u202e.\u202d./',
      '. .',
      '__',
      'e\u0301'.repeat(200),
    ]
    for (const name of hostile) {
      const safe = toSafeName(name)
      expect(toSafeName(safe), JSON.stringify(name)).toBe(safe)
      expect(safe).toMatch(/^[^. ](?:.*[^. ])?$/u)
      expect(safe).not.toMatch(/[\\/:\p{Cc}\u202a-\u202e]/u)
    }
  })
})

it('folders stay inside', () => {
  expect(toSafeFolder('')).toBe('')
  expect(toSafeFolder('一班/二组')).toBe('一班/二组')
  expect(toSafeFolder('/a//b/./c/')).toBe('a/b/c')
  expect(toSafeFolder('../../x')).toBe('_/_/x')
  expect(toSafeFolder('C:\\windows/con/end.')).toBe('C__windows/_con/end')
})

it('knows names that Windows and macOS hold for one', () => {
  for (const [a, b] of [
    ['IMG.JPG', 'img.jpg'],
    ['\u00e9', 'e\u0301'],
    ['Straße', 'STRASSE'],
    ['ÀB', 'a\u0300b'],
    ['\u212a', 'k'],
  ] as const)
    expect(toNameKey(a)).toBe(toNameKey(b))
  expect(toNameKey('张三')).not.toBe(toNameKey('张三 '))
})
