import type { JSX } from 'preact'
import { rowFilter, setRowFilter, survey } from '../../state/batch/table-view'
import type { RowKind, SortKey } from '../../report/batch-view'
import { profile } from '../../state/store'
import { Fold } from '../result/fold'
import { getBatchText } from '../text/batch'
import { getCheckTitle } from './titles'
import { useIsNarrow } from './use-narrow'

const KINDS: readonly RowKind[] = ['all', 'fail', 'failed', 'unknown', 'pass', 'accepted', 'waiting']
const SORTS: readonly SortKey[] = ['added', 'name', 'verdict', 'value']

/** Chooses which rows are shown, their order and the value column. Every option shows its number of rows. */
export function FilterBar(): JSX.Element {
  const text = getBatchText()
  const isNarrow = useIsNarrow()
  const fields = (
    <>
      <RuleChoice />
      <ValueChoice />
      {isNarrow && <SortChoice />}
    </>
  )
  return (
    <section class="batch-filters" aria-label={text.kindLabel}>
      <KindChoice />
      <div class="batch-fields">
        <input
          type="search"
          aria-label={text.search}
          placeholder={text.searchHint}
          value={rowFilter.value.text}
          onInput={event => setRowFilter({ text: event.currentTarget.value })}
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

function KindChoice(): JSX.Element {
  const text = getBatchText()
  const { kind: chosen } = rowFilter.value
  const { kinds: counts } = survey.value
  return (
    <div class="chips" role="group" aria-label={text.kindLabel}>
      {KINDS.filter(kind => kind === 'all' || kind === chosen || counts[kind] > 0).map(kind => (
        <button
          key={kind}
          type="button"
          class={`chip kind-${kind}`}
          data-kind={kind}
          aria-pressed={chosen === kind}
          onClick={() => setRowFilter({ kind })}
        >
          {text.kind[kind]}
          <span class="chip-count numbers">{counts[kind]}</span>
        </button>
      ))}
    </div>
  )
}

/** Offers only rules that some photo fails, most frequent first. */
function RuleChoice(): JSX.Element {
  const text = getBatchText()
  const { rule } = rowFilter.value
  const failingRules = [...survey.value.rules].sort(([, a], [, b]) => b - a)
  const options = rule === null || survey.value.rules.has(rule) ? failingRules : [...failingRules, [rule, 0] as const]
  return (
    <label class="small-field">
      <span>{text.rule}</span>
      <select
        data-field="rule"
        value={rule ?? ''}
        onChange={event => setRowFilter({ rule: event.currentTarget.value || null })}
      >
        <option value="" selected={rule === null}>
          {text.ruleAny}
        </option>
        {options.map(([id, count]) => (
          <option key={id} value={id} selected={id === rule}>
            {text.ruleCount(getCheckTitle(id), count)}
          </option>
        ))}
      </select>
    </label>
  )
}

function ValueChoice(): JSX.Element {
  const { valueRule } = rowFilter.value
  return (
    <label class="small-field">
      <span>{getBatchText().valueRule}</span>
      <select
        data-field="value"
        value={valueRule}
        onChange={event => setRowFilter({ valueRule: event.currentTarget.value })}
      >
        {Object.keys(profile.value.checks).map(id => (
          <option key={id} value={id} selected={id === valueRule}>
            {getCheckTitle(id)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** For the narrow layout, which has no column heads. */
function SortChoice(): JSX.Element {
  const text = getBatchText()
  const { sort, descending } = rowFilter.value
  return (
    <label class="small-field">
      <span>{text.sort}</span>
      <select
        data-field="sort"
        value={`${sort} ${descending}`}
        onChange={event => {
          const [key, isDown] = event.currentTarget.value.split(' ')
          setRowFilter({ sort: key as SortKey, descending: isDown === 'true' })
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
