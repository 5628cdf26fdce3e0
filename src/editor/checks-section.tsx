import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { RULE_GROUPS, type RuleGroup } from '../contract/rule'
import { getRuleGroup } from '../report/summary'
import { Fold } from '../ui/result/fold'
import { FrameGuide } from '../ui/start/frame-guide'
import { getPageText } from '../ui/text'
import { describeCheck } from '../zhaojian'
import { CheckEntry } from './check-entry'
import { toFieldText, isObject, getCheckMode, readAt } from './model'
import { checkFilter, requestedCheck } from './navigation'
import { file, RULE_LIMITS, openedCount, origin, profile, getValue } from './store'
import { getEditorText } from './text'

/** Every check, by groups: the checks that the school's file names come first, and their groups are open. */
export function ChecksSection(): JSX.Element {
  const text = getEditorText()
  const found = listCheckIds().filter(id => matchesFilter(id, checkFilter.value))
  const groups = RULE_GROUPS.map(group => ({ group, ids: found.filter(id => getRuleGroup({ id }) === group) })).filter(
    ({ ids }) => ids.length > 0,
  )
  return (
    <section class="card" aria-labelledby="checks-title">
      <h2 id="checks-title">{text.checks}</h2>
      <div class="entry">
        <label for="filter">{text.filter}</label>
        <input
          id="filter"
          type="search"
          placeholder={text.filterHint}
          value={checkFilter.value}
          autocomplete="off"
          onInput={event => {
            checkFilter.value = event.currentTarget.value
          }}
        />
      </div>
      {/* Another file is another form: the groups that were open in the former do not matter. */}
      {groups.map(({ group, ids }) => (
        <CheckGroup
          key={`${openedCount.value} ${group}`}
          group={group}
          ids={ids}
          isFiltered={checkFilter.value !== ''}
        />
      ))}
      {groups.length === 0 && (
        <p class="quiet" role="status">
          {text.nothingFound}
        </p>
      )}
    </section>
  )
}

/** In the order of the rules; unknown checks of the file come last. */
function listCheckIds(): string[] {
  const own = getValue(['checks'])
  return [...new Set([...Object.keys(RULE_LIMITS), ...(isObject(own) ? Object.keys(own) : [])])]
}

function matchesFilter(id: string, typed: string): boolean {
  const sought = typed.trim().toLowerCase()
  const clause = toFieldText(getValue(['checks', id, 'clause'])) || RULE_LIMITS[id]?.clause || ''
  return [id, describeCheck(id, 'zh-CN')?.title ?? '', describeCheck(id, 'en')?.title ?? '', clause].some(words =>
    words.toLowerCase().includes(sought),
  )
}

/** In the file as it was opened, so that rows do not move while they are edited. */
const isNamedInFile = (id: string): boolean => readAt(origin.value.file, ['checks', id]) !== undefined

interface CheckGroupProps {
  readonly group: RuleGroup
  readonly ids: readonly string[]
  readonly isFiltered: boolean
}

function CheckGroup({ group, ids, isFiltered }: CheckGroupProps): JSX.Element {
  const [wasSought, setSought] = useState(false)
  if (!wasSought && requestedCheck.value && ids.includes(requestedCheck.value.check)) setSought(true)
  const inOrder = [...ids.filter(isNamedInFile), ...ids.filter(id => !isNamedInFile(id))]
  return (
    <section class="group" aria-labelledby={`edit-${group}`} data-group={group}>
      <Fold
        open={isFiltered || wasSought || ids.some(isNamedInFile)}
        summary={
          <>
            <h3 id={`edit-${group}`}>{getPageText().group[group]}</h3>
            <span class="fold-words">
              {describeModes(ids).map(line => (
                <span key={line} class="fold-line">
                  {line}
                </span>
              ))}
            </span>
          </>
        }
      >
        {group === 'position' && profile.value && <FrameGuide of={profile.value} />}
        <ul>
          {inOrder.map(id => (
            <CheckEntry key={id} id={id} />
          ))}
        </ul>
      </Fold>
    </section>
  )
}

/** How many checks have an own limit, and how many are left out. */
function describeModes(ids: readonly string[]): string[] {
  const text = getEditorText()
  const modes = ids.map(id => getCheckMode(file.value, id))
  const own = modes.filter(mode => mode === 'own').length
  const off = modes.filter(mode => mode === 'off').length
  const lines = [own > 0 && text.ownCount(own), off > 0 && text.offCount(off)].filter(line => line !== false)
  return lines.length ? lines : [text.allAsRule]
}
