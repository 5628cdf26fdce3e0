import type { JSX } from 'preact'
import { locale } from '../state/store'
import { describeCheck, type ProfileProblem } from '../zhaojian'
import { getFieldId } from './fields'
import type { Path } from './model'
import { getProblemKind } from './problems'
import { goToCheck, scrollAndFocus } from './navigation'
import { setValue, problems } from './store'
import { getEditorText } from './text'

/** Everything that keeps the file from being saved: which field, what is wrong, and the way there. */
export function ProblemList(): JSX.Element | null {
  const text = getEditorText()
  if (!problems.value.length) return null
  return (
    <section class="card problems" id="problems" aria-labelledby="problems-title" tabIndex={-1}>
      <h2 id="problems-title">{text.problems}</h2>
      <ul>
        {problems.value.map(problem => (
          <li key={problem.keys.join('.')} data-problem={problem.keys.join('.')}>
            <button type="button" class="link" onClick={() => goToProblem(problem)}>
              {describePlace(problem.keys)}
            </button>{' '}
            <span>{text.problem[getProblemKind(problem)]}</span>
            {getProblemKind(problem) === 'other' && <code> {problem.problem}</code>}
            {isRemovable(problem) && (
              <button type="button" class="chip" onClick={() => setValue(toPath(problem), undefined)}>
                {text.removeKey}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Leads to the field; where it has none, to this list. */
export function goToProblem({ keys }: ProfileProblem): void {
  const field = getFieldId(keys)
  if (keys[0] === 'checks' && keys[1] !== undefined) goToCheck(keys[1], field)
  else scrollAndFocus(document.getElementById(field) ?? document.getElementById('problems'))
}

/** Without a field of its own, or with a value that none can hold. */
const isRemovable = (problem: ProfileProblem): boolean =>
  ['unknown-key', 'unknown-check'].includes(getProblemKind(problem))
/** Positions in lists were told as words. */
const toPath = ({ keys }: ProfileProblem): Path =>
  keys.map((key, at) =>
    ['steps', 'refuses', 'references', 'ratio', 'oneOf'].includes(keys[at - 1] ?? '') ? Number(key) : key,
  )

function describePlace(keys: readonly string[]): string {
  const text = getEditorText()
  const told = (key: string, at: number): string | null => {
    const parent = keys[at - 1],
      index = Number(key) + 1
    if (parent === 'checks') return describeCheck(key, locale.value)?.title ?? key
    if (parent === 'steps') return text.step(index)
    if (parent === 'refuses') return text.refusal(index)
    if (parent === 'references') return text.colour(index)
    if (parent === 'ratio') return key === '0' ? text.ratioWidth : text.ratioHeight
    if (key === 'checks' || (key === 'steps' && keys.length > 1)) return null
    return key === 'zh-CN' ? text.inChinese : key === 'en' ? text.inEnglish : (text.field[key] ?? key)
  }
  return keys
    .map(told)
    .filter(one => one !== null)
    .join(' · ')
}
