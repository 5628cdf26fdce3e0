import type { JSX } from 'preact'
import { getPageText } from '../text'
import { CopyButton } from './copy-button'

/** The way out of an app that blocks downloads: the page's address, for the phone's own browser. */
export function CopyLink(): JSX.Element {
  const { result: text } = getPageText()
  const address = location.href.replace(/#.*$/, '')
  return (
    <CopyButton
      label={text.copyLink}
      text={address}
      done={text.copied}
      failed={text.linkNotCopied}
      action="copy-link"
    />
  )
}
