import type { JSX } from 'preact'
import type { Verdict, LiveReport } from '../../contract/report'
import { locale } from '../../state/store'
import { explain } from '../../zhaojian'
import { VerdictIcon } from '../common/icons'
import { getPageText } from '../text'

export interface InstructionText {
  readonly sign: Verdict | null
  readonly words: string
  readonly more: string | null
}

/** The current instruction, with a second line for a user who makes no progress or can't change it. */
export function buildInstructionText(report: LiveReport | null, before: InstructionText | null): InstructionText {
  const text = getPageText().camera
  if (!report) return { sign: null, words: text.looking, more: null }
  const { instruction, checks, coach } = report
  if (instruction === 'ready') return { sign: 'pass', words: text.ready, more: null }
  if (instruction === 'hold-still') return { sign: 'pass', words: text.holdStill, more: null }
  const check = checks.find(({ id }) => id === instruction)
  if (!check) return { sign: null, words: text.wait, more: null }
  // A steadied instruction is shown slightly longer than its fault lasts.
  if (check.verdict !== 'fail' && check.verdict !== 'unknown')
    return before ?? { sign: null, words: text.wait, more: null }
  const { live, stuck } = explain(check, locale.value)
  const more = coach.stuck && stuck !== live ? stuck : coach.onlyThis ? text.onlyThis : null
  return { sign: check.verdict === 'unknown' ? 'unknown' : 'warn', words: live, more }
}

export function Instruction({ told }: { told: InstructionText }): JSX.Element {
  return (
    <div class={`instruction${told.sign === 'pass' ? ' good' : ''}`} data-sign={told.sign ?? 'none'}>
      {told.sign && <VerdictIcon verdict={told.sign} />}
      <p>
        <strong>{told.words}</strong>
        {told.more && <span>{told.more}</span>}
      </p>
    </div>
  )
}
