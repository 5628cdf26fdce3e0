import type { JSX } from 'preact'
import { choice, choose, survey } from '../../state/batch/shown'
import type { Kind, SortKey } from '../../report/batch-view'
import { profile } from '../../state/store'
import { Fold } from '../result/fold'
import { batchWords } from '../text/batch'
import { titleOf } from './titles'
import { useNarrow } from './use-narrow'

const KINDS: readonly Kind[] = ['all', 'fail', 'failed', 'unknown', 'pass', 'accepted', 'waiting']
const SORTS: readonly SortKey[] = ['added', 'name', 'verdict', 'value']

/** Which rows are shown, in which order, and which value beside them. Every choice says how many it would show. */
export function FilterBar(): JSX.Element {
  const text = batchWords()
  const { kind, text: sought } = choice.value
  const { kinds } = survey.value
  const isNarrow = useNarrow()
  const fields = (
    <>
      <RuleChoice />
      <ValueChoice />
      {isNarrow && <SortChoice />}
    </>
  )
  return (
    <section class="batch-filters" aria-label={text.kindLabel}>
      <div class="chips" role="group" aria-label={text.kindLabel}>
        {KINDS.filter(one => one === 'all' || one === kind || kinds[one] > 0).map(one => (
          <button
            key={one}
            type="button"
            class={`chip kind-${one}`}
            data-kind={one}
            aria-pressed={kind === one}
            onClick={() => choose({ kind: one })}
          >
            {text.kind[one]}
            <span class="chip-count numbers">{kinds[one]}</span>
          </button>
        ))}
      </div>
      <div class="batch-fields">
        <input
          type="search"
          aria-label={text.search}
          placeholder={text.searchHint}
          value={sought}
          onInput={event => choose({ text: event.currentTarget.value })}
        />
        {isNarrow ? (
          <Fold summary={text.more}>
            <div class="batch-fields">{fields}</div>
          </Fold>
        ) : (
          fields
        )}
      </div>
    </section>
  )
}

/** Only the rules that somebody misses, the most missed first. */
function RuleChoice(): JSX.Element {
  const text = batchWords()
  const { rule } = choice.value
  const missed = [...survey.value.rules].sort(([, a], [, b]) => b - a)
  const listed = rule === null || survey.value.rules.has(rule) ? missed : [...missed, [rule, 0] as const]
  return (
    <label class="small-field">
      <span>{text.rule}</span>
      <select
        data-field="rule"
        value={rule ?? ''}
        onChange={event => choose({ rule: event.currentTarget.value || null })}
      >
        <option value="" selected={rule === null}>
          {text.ruleAny}
        </option>
        {listed.map(([id, count]) => (
          <option key={id} value={id} selected={id === rule}>
            {text.ruleCount(titleOf(id), count)}
          </option>
        ))}
      </select>
    </label>
  )
}

function ValueChoice(): JSX.Element {
  const { valueRule } = choice.value
  return (
    <label class="small-field">
      <span>{batchWords().valueRule}</span>
      <select data-field="value" value={valueRule} onChange={event => choose({ valueRule: event.currentTarget.value })}>
        {Object.keys(profile.value.checks).map(id => (
          <option key={id} value={id} selected={id === valueRule}>
            {titleOf(id)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Where there are no column heads to press. */
function SortChoice(): JSX.Element {
  const text = batchWords()
  const { sort, descending } = choice.value
  return (
    <label class="small-field">
      <span>{text.sort}</span>
      <select
        data-field="sort"
        value={`${sort} ${descending}`}
        onChange={event => {
          const [key, isDown] = event.currentTarget.value.split(' ')
          choose({ sort: key as SortKey, descending: isDown === 'true' })
        }}
      >
        {SORTS.flatMap(key =>
          [false, true].map(isDown => (
            <option
              key={`${key} ${isDown}`}
              value={`${key} ${isDown}`}
              selected={key === sort && isDown === descending}
            >
              {key === 'added' ? '' : `${text.sortKey[key]} · `}
              {text.direction[key][isDown ? 'down' : 'up']}
            </option>
          )),
        )}
      </select>
    </label>
  )
}
