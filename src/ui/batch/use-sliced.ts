import { useEffect, useRef, useState } from 'preact/hooks'
import type { Sliced } from '../../contract/sliced'
import { runSliced } from '../../state/yield-to-main'

/** Minimum milliseconds between runs: the rows change ten times a second, too often to recompute each time. */
const RUN_INTERVAL_MS = 250

/**
 * The result of long work, computed without blocking the page; keeps the last result until the next is ready. A run is
 * never interrupted; the next one uses the latest `begin`.
 */
export function useSliced<T>(begin: () => Sliced<T>, causes: readonly unknown[]): T | null {
  const [result, setResult] = useState<T | null>(null)
  const pendingWork = useRef<(() => Sliced<T>) | null>(null)
  const isRunning = useRef(false)
  const isUnmounted = useRef(false)
  useEffect(
    () => () => {
      isUnmounted.current = true
    },
    [],
  )
  useEffect(() => {
    pendingWork.current = begin
    if (!isRunning.current) void run()
  }, causes)

  const run = async (): Promise<void> => {
    isRunning.current = true
    while (pendingWork.current && !isUnmounted.current) {
      const next = pendingWork.current
      pendingWork.current = null
      const value = await runSliced(next())
      if (!isUnmounted.current) setResult(() => value)
      await new Promise(resolve => setTimeout(resolve, RUN_INTERVAL_MS))
    }
    isRunning.current = false
  }
  return result
}
