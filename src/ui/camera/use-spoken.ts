import { useEffect, useRef, useState } from 'preact/hooks'
import { locale, spoken } from '../../state/store'
import { Voice } from '../../state/voice'

/** Milliseconds between two announcements: a screen reader that is interrupted all the time tells nothing. */
const CALM = 2500

/**
 * Hands words to screen readers calmly (what it returns goes into a live region), and to the voice where it is
 * switched on.
 */
export function useSpoken(words: string): string {
  const [announced, setAnnounced] = useState(words)
  const voice = useRef(new Voice())
  const lastAt = useRef(-Infinity)
  useEffect(() => {
    const wait = Math.max(0, lastAt.current + CALM - performance.now())
    const timer = setTimeout(() => {
      lastAt.current = performance.now()
      setAnnounced(words)
    }, wait)
    return () => clearTimeout(timer)
  }, [words])
  const isOn = spoken.value
  useEffect(() => {
    if (!isOn) {
      voice.current.hush()
      return
    }
    voice.current.say(words, locale.value, performance.now())
    // Still the same words after a while: they are said again.
    const timer = setInterval(() => voice.current.say(words, locale.value, performance.now()), 1000)
    return () => clearInterval(timer)
  }, [words, isOn])
  useEffect(() => () => voice.current.hush(), [])
  return announced
}
