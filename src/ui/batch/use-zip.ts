import { useEffect, useRef, useState } from 'preact/hooks'
import type { BatchRow } from '../../contract/batch'
import type { ZipPlan } from '../../delivery/zip-plan'
import { produceRow, producersAtOnce } from '../../state/batch/actions'
import { writeZip, type Missed } from '../../state/batch/zip'
import { openSaveTarget } from '../../state/save-target'
import { profileId } from '../../state/store'
import { words } from '../text'
import { deliverWords } from '../text/deliver'
import { fileStem, tableOf } from './deliver-files'

export type ZipState =
  | { readonly is: 'idle' | 'cancelled' | 'broken' }
  | { readonly is: 'making'; readonly done: number; readonly all: number }
  | { readonly is: 'done'; readonly written: number; readonly missed: readonly { readonly row: BatchRow; readonly why: string }[] }

/** One ZIP at a time; ended where its panel goes or other rules come. `onSaved` is told which rows its table holds. */
export function useZip(onSaved: (rows: readonly BatchRow[]) => void): { readonly state: ZipState; readonly save: (plan: ZipPlan) => Promise<void>; readonly cancel: () => void } {
  const [state, setState] = useState<ZipState>({ is: 'idle' })
  const running = useRef<AbortController | null>(null)
  const cancel = (): void => running.current?.abort()
  useEffect(() => cancel, [profileId.value])

  const save = async (plan: ZipPlan): Promise<void> => {
    if (running.current) return
    const run = running.current = new AbortController()
    const { signal } = run
    const now = new Date()
    try {
      const target = await openSaveTarget(`${fileStem(now)}.zip`, 'application/zip', '.zip')
      if (!target) return
      try {
        const all = plan.entries.length
        setState({ is: 'making', done: 0, all })
        const missed = await writeZip({
          entries: plan.entries, produce: produceRow, atOnce: producersAtOnce, modified: now, target: target.stream, signal,
          results: missed => tableOf(plan.rows, row => inZip(row, plan, missed)),
          onProgress: done => setState({ is: 'making', done, all }),
        })
        target.done()
        onSaved(plan.rows)
        setState({ is: 'done', written: all - missed.size, missed: plan.entries.flatMap(({ row }) => { const code = missed.get(row.id); return code ? [{ row, why: words().trouble[code] }] : [] }) })
      } catch (error) {
        await target.forget()
        throw error
      }
    } catch (error) {
      if (!signal.aborted) console.error(error)
      setState({ is: signal.aborted ? 'cancelled' : 'broken' })
    } finally { running.current = null }
  }
  return { state, save, cancel }
}

function inZip({ id }: BatchRow, { paths, leftOut }: ZipPlan, missed: Missed): { path: string } | { why: string } {
    const code = missed.get(id)
  if (code) return { why: words().trouble[code] }
  const path = paths.get(id)
  return path === undefined ? { why: deliverWords().leftOutBecause[leftOut.get(id)!] } : { path }
}
