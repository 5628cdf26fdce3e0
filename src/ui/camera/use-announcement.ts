import { useEffect, useRef, useState } from 'preact/hooks'
import { locale, isVoiceOn } from '../../state/store'
import { Voice } from '../../state/voice'

/** Milliseconds between two announcements: a screen reader that is interrupted all the time tells nothing. */
const MIN_ANNOUNCEMENT_INTERVAL_MS = 2500

/**
 * Hands words to screen readers calmly (what it returns goes into a live region), and to the voice where it is
 * switched on.
 */
export function useAnnouncement(words: string): string {
  const [announced, setAnnounced] = useState(words)
  const voice = useRef(new Voice())
  const lastAt = useRef(-Infinity)
  useEffect(() => {
    const wait = Math.max(0, lastAt.current + MIN_ANNOUNCEMENT_INTERVAL_MS - performance.now())
    const timer = setTimeout(() => {
      lastAt.current = performance.now()
      setAnnounced(words)
    }, wait)
    return () => clearTimeout(timer)
  }, [words])
  const isOn = isVoiceOn.value
  useEffect(() => {
    if (!isOn) {
      voice.current.silence()
      return
    }
    voice.current.speak(words, locale.value, performance.now())
    // Still the same words after a while: they are said again.
    const timer = setInterval(() => voice.current.speak(words, locale.value, performance.now()), 1000)
    return () => clearInterval(timer)
  }, [words, isOn])
  useEffect(() => () => voice.current.silence(), [])
  return announced
}
