import type { JSX } from 'preact'
import { profile } from '../../state/store'
import { getPageText } from '../text'
import { findCollectionEnd, isOver } from './collection-window'

/** That the school's collection is over, where its profile names a last day that has passed. */
export function CollectionNote(): JSX.Element | null {
  const end = findCollectionEnd(profile.value)
  if (!end || !isOver(end, new Date())) return null
  return (
    <p class="collection-over" data-collection-over={end}>
      {getPageText().collectionOver(end.slice(0, 4), end)}
    </p>
  )
}
