import { useEffect, useRef, useState } from 'preact/hooks'
import type { Sliced } from '../../contract/sliced'
import { runSliced } from '../../state/yield-to-main'

/**
 * Milliseconds between one result and the next run: a list that grows ten times a second is not gone through each time.
 */
const RUN_INTERVAL_MS = 250

/**
 * What long work comes to, done without holding the page up; the last result stands until the next is there. A run is
 * not cut short, the one after it takes the newest.
 */
export function useSliced<T>(begin: () => Sliced<T>, causes: readonly unknown[]): T | null {
  const [result, setResult] = useState<T | null>(null)
  const wanted = useRef<(() => Sliced<T>) | null>(null)
  const isRunning = useRef(false)
  const isGone = useRef(false)
  useEffect(
    () => () => {
      isGone.current = true
    },
    [],
  )
  useEffect(() => {
    wanted.current = begin
    if (!isRunning.current) void run()
  }, causes)

  const run = async (): Promise<void> => {
    isRunning.current = true
    while (wanted.current && !isGone.current) {
      const next = wanted.current
      wanted.current = null
      const found = await runSliced(next())
      if (!isGone.current) setResult(() => found)
      await new Promise(resolve => setTimeout(resolve, RUN_INTERVAL_MS))
    }
    isRunning.current = false
  }
  return result
}
