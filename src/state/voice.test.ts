import { beforeEach, expect, it, vi } from 'vitest'
import { Voice } from './voice'

const spoken: { words: string; lang: string }[] = []
const cancel = vi.fn()

beforeEach(() => {
  spoken.length = 0
  cancel.mockClear()
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      lang = ''
      constructor(readonly words: string) {}
    },
  )
  vi.stubGlobal('speechSynthesis', {
    cancel,
    speak: ({ words, lang }: { words: string; lang: string }) => spoken.push({ words, lang }),
  })
})

const wordsAt = (...calls: readonly (readonly [words: string, now: number])[]): string[] => {
  const voice = new Voice()
  for (const [words, now] of calls) voice.speak(words, 'en', now)
  return spoken.map(({ words }) => words)
}

it('speaks at once, in the locale, and cuts off what it was saying', () => {
  new Voice().speak('靠近一点。', 'zh-CN', 0)
  expect(spoken).toEqual([{ words: '靠近一点。', lang: 'zh-CN' }])
  expect(cancel).toHaveBeenCalledTimes(1)
})

it('other words wait for three seconds', () => {
  expect(wordsAt(['a', 0], ['b', 2999], ['c', 3000])).toEqual(['a', 'c'])
})

it('the same words are said again after nine seconds', () => {
  expect(wordsAt(['a', 0], ['a', 8999], ['a', 9000])).toEqual(['a', 'a'])
})

it('no words say nothing', () => expect(wordsAt(['', 0])).toEqual([]))

it('silenced, it stops, and the next words are said at once', () => {
  const voice = new Voice()
  voice.speak('a', 'en', 0)
  voice.silence()
  expect(cancel).toHaveBeenCalledTimes(2)
  voice.speak('a', 'en', 1)
  expect(spoken).toHaveLength(2)
})
