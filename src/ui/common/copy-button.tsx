import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { copyText } from '../../state/give-file'

interface Props {
  readonly label: string
  readonly text: string
  /** What is said after it was copied, and after it was not. */
  readonly done: string
  readonly failed: string
  readonly action: string
}

/** Copies a text and says whether it is on the clipboard. */
export function CopyButton({ label, text, done, failed, action }: Props): JSX.Element {
  const [isCopied, setCopied] = useState<boolean | null>(null)
  return (
    <span class="copy">
      <button
        type="button"
        class="link"
        data-action={action}
        onClick={() => void copyText(text).then(copied => setCopied(copied))}
      >
        {label}
      </button>
      <span class="quiet" role="status">
        {isCopied === null ? '' : isCopied ? done : failed}
      </span>
    </span>
  )
}
