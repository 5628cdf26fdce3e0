import type { Locale } from '../contract/locale'

/** Milliseconds between two utterances at least, and before the same words are said again. */
const REST = 3000
const REPEAT = 9000

/** Says instructions aloud by the platform's own speech synthesis: never over itself, never in a hurry. */
export class Voice {
  private said = ''
  private at = -Infinity

  static get isThere(): boolean {
    return 'speechSynthesis' in globalThis
  }

  say(words: string, locale: Locale, now: number): void {
    if (words === '' || now - this.at < (words === this.said ? REPEAT : REST)) return
    this.said = words
    this.at = now
    const utterance = new SpeechSynthesisUtterance(words)
    utterance.lang = locale
    speechSynthesis.cancel()
    speechSynthesis.speak(utterance)
  }

  hush(): void {
    this.said = ''
    this.at = -Infinity
    if (Voice.isThere) speechSynthesis.cancel()
  }
}
