import { useEffect, useRef, useState } from 'preact/hooks'
import { locale, isVoiceOn } from '../../state/store'
import { Voice } from '../../state/voice'

/** Minimum milliseconds between announcements, so that screen readers can finish speaking. */
const MIN_ANNOUNCEMENT_INTERVAL_MS = 2500

/** Returns throttled text for a live region, and speaks it if the voice is switched on. */
export function useAnnouncement(words: string): string {
  const [announced, setAnnounced] = useState(words)
  const voice = useRef(new Voice())
  const lastAt = useRef(-Infinity)
  useEffect(() => {
    const delay = Math.max(0, lastAt.current + MIN_ANNOUNCEMENT_INTERVAL_MS - performance.now())
    const timer = setTimeout(() => {
      lastAt.current = performance.now()
      setAnnounced(words)
    }, delay)
    return () => clearTimeout(timer)
  }, [words])
  const isOn = isVoiceOn.value
  useEffect(() => {
    if (!isOn) {
      voice.current.silence()
      return
    }
    voice.current.speak(words, locale.value, performance.now())
    // The voice itself decides when unchanged text is repeated.
    const timer = setInterval(() => voice.current.speak(words, locale.value, performance.now()), 1000)
    return () => clearInterval(timer)
  }, [words, isOn])
  useEffect(() => () => voice.current.silence(), [])
  return announced
}
