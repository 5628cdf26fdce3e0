import type { BatchRow } from '../../src/contract/batch'
import type { Check, Report } from '../../src/contract/report'
import { getProfile } from '../../src/profiles'
import { getUnit } from '../../src/rules'

/** Rows of a batch as checking would leave them, with the properties that a test needs. */
export interface RowOptions {
  readonly id?: number
  readonly folder?: string
  readonly checks?: Readonly<Record<string, Pick<Check, 'verdict' | 'value'> & { readonly reason?: string }>>
  readonly verdict?: Report['verdict']
  readonly crop?: null
  readonly state?: BatchRow['state']
  readonly failure?: BatchRow['failure']
  readonly acceptance?: BatchRow['acceptance']
}

export const BATCH_PROFILE = getProfile('hanjiang-2025')

export function createBatchRow(
  name: string,
  {
    id = 1,
    folder = '',
    checks = {},
    verdict = 'pass',
    crop,
    state = 'checked',
    failure = null,
    acceptance = null,
  }: RowOptions = {},
): BatchRow {
  const report: Report | null =
    state !== 'checked'
      ? null
      : {
          schema: 'zhaojian-report/1',
          profile: { id: BATCH_PROFILE.id, version: BATCH_PROFILE.version },
          source: { name, bytes: 123_456, type: 'image/jpeg', width: 1080, height: 1440, orientation: 1 },
          verdict,
          crop: crop === null ? null : { x: 0, y: 0, width: 1080, height: 1440, outputWidth: 1080, outputHeight: 1440 },
          checks: Object.entries(BATCH_PROFILE.checks).map(([check, { level, min, max }]) => ({
            id: check,
            unit: getUnit(check),
            verdict: 'pass',
            reason: null,
            value: 0.25,
            score: null,
            regions: [],
            clause: '',
            limits: { level, ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
            ...checks[check],
          })),
          timings: {},
        }
  return { id, name, folder, bytes: 123_456, state, report, failure, acceptance }
}

/** Rows with ids in their order. */
export const createBatchRows = (...rows: readonly (readonly [name: string, wish?: RowOptions])[]): BatchRow[] =>
  rows.map(([name, options], at) => createBatchRow(name, { id: at + 1, ...options }))
