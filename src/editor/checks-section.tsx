import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { GROUPS, groupOf, type Group } from '../report/summary'
import { Fold } from '../ui/result/fold'
import { FrameGuide } from '../ui/start/frame-guide'
import { words } from '../ui/text'
import { describeCheck } from '../zhaojian'
import { CheckEntry } from './check-entry'
import { fieldText, isObject, modeOf, read } from './model'
import { filter, sought } from './seeking'
import { file, GENERAL, opened, origin, profile, valueAt } from './store'
import { editorWords } from './text'

/** Every check, by groups: those that the school's file names come first and lie open. */
export function ChecksSection(): JSX.Element {
  const text = editorWords()
  const found = checkIds().filter(id => matches(id, filter.value))
  const groups = GROUPS.map(group => ({ group, ids: found.filter(id => groupOf({ id }) === group) })).filter(
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
          value={filter.value}
          autocomplete="off"
          onInput={event => {
            filter.value = event.currentTarget.value
          }}
        />
      </div>
      {/* Another file is another form: what was unfolded of the former says nothing here. */}
      {groups.map(({ group, ids }) => (
        <CheckGroup key={`${opened.value} ${group}`} group={group} ids={ids} isFiltered={filter.value !== ''} />
      ))}
      {groups.length === 0 && (
        <p class="quiet" role="status">
          {text.nothingFound}
        </p>
      )}
    </section>
  )
}

/** In the rules' order; those of the file that no rule knows, last. */
function checkIds(): string[] {
  const own = valueAt(['checks'])
  return [...new Set([...Object.keys(GENERAL), ...(isObject(own) ? Object.keys(own) : [])])]
}

function matches(id: string, typed: string): boolean {
  const sought = typed.trim().toLowerCase()
  const clause = fieldText(valueAt(['checks', id, 'clause'])) || GENERAL[id]?.clause || ''
  return [id, describeCheck(id, 'zh-CN')?.title ?? '', describeCheck(id, 'en')?.title ?? '', clause].some(words =>
    words.toLowerCase().includes(sought),
  )
}

/** As the file was when it was opened: rows don't move under the hand that edits them. */
const isNamed = (id: string): boolean => read(origin.value.file, ['checks', id]) !== undefined

function CheckGroup({
  group,
  ids,
  isFiltered,
}: {
  group: Group
  ids: readonly string[]
  isFiltered: boolean
}): JSX.Element {
  const text = editorWords()
  const [wasSought, setSought] = useState(false)
  if (!wasSought && sought.value && ids.includes(sought.value.check)) setSought(true)
  const modes = ids.map(id => modeOf(file.value, id))
  const [own, off] = (['own', 'off'] as const).map(mode => modes.filter(one => one === mode).length) as [number, number]
  const lines = [own > 0 && text.ownCount(own), off > 0 && text.offCount(off)].filter(line => line !== false)
  const inOrder = [...ids.filter(isNamed), ...ids.filter(id => !isNamed(id))]
  return (
    <section class="group" aria-labelledby={`edit-${group}`} data-group={group}>
      <Fold
        open={isFiltered || wasSought || ids.some(isNamed)}
        summary={
          <>
            <h3 id={`edit-${group}`}>{words().group[group]}</h3>
            <span class="fold-words">
              {(lines.length ? lines : [text.allAsRule]).map(line => (
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
