import type { ComponentChildren, JSX, TargetedEvent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ChevronIcon } from '../common/icons'

/** A collapsible section. A change of `open` sets its state; in between the user controls it. */
export function Fold({
  className = '',
  summary,
  open = false,
  children,
}: {
  className?: string
  summary: ComponentChildren
  open?: boolean
  children: ComponentChildren
}): JSX.Element {
  const [isOpen, setOpen] = useState(open)
  useEffect(() => setOpen(open), [open])
  return (
    <details
      class={`fold ${className}`}
      open={isOpen}
      onToggle={(event: TargetedEvent<HTMLDetailsElement>) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {summary}
        <ChevronIcon />
      </summary>
      {children}
    </details>
  )
}
