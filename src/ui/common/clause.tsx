import type { JSX } from 'preact'
import { locale } from '../../state/store'
import { getPageText } from '../text'

interface Props {
  readonly clause: string
  readonly clauseEn?: string | undefined
  readonly quoted?: boolean | undefined
}

/** What a notice says: its own words in quotation marks, anything else as a summary; in English a translation too. */
export function Clause({ clause, clauseEn, quoted }: Props): JSX.Element {
  return (
    <>
      {quoted ? (
        <q lang="zh-CN">{clause}</q>
      ) : (
        <>
          {getPageText().summed}
          <span lang="zh-CN">{clause}</span>
        </>
      )}
      {locale.value === 'en' && clauseEn && <span class="translation">{clauseEn}</span>}
    </>
  )
}
