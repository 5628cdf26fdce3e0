import type { Locale } from '../contract/locale'

/** Minimum milliseconds between two utterances, and before the same text is repeated. */
const MIN_PAUSE_MS = 3000
const REPEAT_INTERVAL_MS = 9000

/** Speaks instructions by the platform's speech synthesis, one at a time. */
export class Voice {
  private lastWords = ''
  private lastSpokenAt = -Infinity

  static get isSupported(): boolean {
    return 'speechSynthesis' in globalThis
  }

  speak(words: string, locale: Locale, now: number): void {
    if (words === '' || now - this.lastSpokenAt < (words === this.lastWords ? REPEAT_INTERVAL_MS : MIN_PAUSE_MS)) return
    this.lastWords = words
    this.lastSpokenAt = now
    const utterance = new SpeechSynthesisUtterance(words)
    utterance.lang = locale
    speechSynthesis.cancel()
    speechSynthesis.speak(utterance)
  }

  silence(): void {
    this.lastWords = ''
    this.lastSpokenAt = -Infinity
    if (Voice.isSupported) speechSynthesis.cancel()
  }
}
