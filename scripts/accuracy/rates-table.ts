import type { Check } from '../../src/contract/report'
import type { LabelledPortrait } from './labels'
import type { Question } from './question'
import { computeRates, type Rates, type ScoredCase } from './rates'

/** The judged checks of each portrait, by its file; none where there is no report. */
export type JudgedPortraits = ReadonlyMap<string, readonly Check[]>

const formatPercent = (share: number | null): string =>
  share === null || Number.isNaN(share) ? '-' : `${(100 * share).toFixed(1)} %`

export const toRow = (rates: Rates): Record<string, string | number> => ({
  n: rates.n,
  defects: rates.defects,
  'equal error rate': formatPercent(rates.equalErrorRate),
  'false alarms': formatPercent(rates.falseAlarms),
  misses: formatPercent(rates.misses),
  unknown: formatPercent(rates.unknown),
})

interface QuestionCase extends ScoredCase {
  readonly file: string
  readonly check: string
  readonly reason: string | null
}

/** Every portrait with a label for one of the questions. */
export function collectCases(
  portraits: readonly LabelledPortrait[],
  answers: JudgedPortraits,
  questions: readonly Question[],
): QuestionCase[] {
  return questions.flatMap(question =>
    portraits.flatMap(({ file, labels }) => {
      const label = labels[question.column]
      const check = answers.get(file)?.find(one => one.id === question.check)
      if (label === undefined || label === 'p') return []
      return [
        {
          file,
          check: question.check,
          hasDefect: question.defectLabels.includes(label),
          score: check && question.isScored ? (question.readScore ? question.readScore(check) : check.score) : null,
          answer: check ? question.readAnswer(check) : null,
          reason: check?.reason ?? null,
        },
      ]
    }),
  )
}

/** Rates of every question with labels and an answer; then which answers are wrong. */
export function printRatesTable(
  portraits: readonly LabelledPortrait[],
  answers: JudgedPortraits,
  questions: readonly Question[],
  isEveryUnknownListed = false,
): void {
  const asked = new Set([...answers.values()].flatMap(checks => checks.map(({ id }) => id)))
  const names = [...new Set(questions.filter(({ check }) => asked.has(check)).map(({ name }) => name))]
  const rows = names
    .map(name => ({
      name,
      cases: collectCases(
        portraits,
        answers,
        questions.filter(one => one.name === name),
      ),
    }))
    .filter(({ cases }) => cases.length)
  console.table(Object.fromEntries(rows.map(({ name, cases }) => [name, toRow(computeRates(cases))])))
  for (const { name, cases } of rows) {
    const wrong = cases.filter(({ answer, hasDefect }) => answer !== null && answer !== hasDefect)
    const describe = ({ file, check, score, hasDefect }: QuestionCase): string =>
      `${file} ${check} ${hasDefect ? 'missed' : 'false alarm'} (${score?.toFixed(2)})`
    if (wrong.length) console.log(`${name}, wrong: ${wrong.map(describe).join(', ')}`)
    const untold = cases.filter(({ answer }) => answer === null).map(({ file, reason }) => `${file} ${reason}`)
    if (isEveryUnknownListed && untold.length) console.log(`${name}, not told: ${untold.join(', ')}`)
  }
}
