import type { ComponentType, JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { ZhaojianElement } from 'zhaojian/embed'
import type {} from 'zhaojian/preact'

export function Check({ Note }: { Note: ComponentType }): JSX.Element {
  const element = useRef<ZhaojianElement>(null)
  return (
    <section>
      <Note />
      <zhaojian-check
        ref={element}
        profile="hanjiang-2025"
        mode="photo"
        class="check"
        onreport={event => console.log(event.detail.report.verdict)}
        onerror={event => console.log(event.detail.code)}
      />
      {/* @ts-expect-error There is no such mode. */}
      <zhaojian-check mode="film" />
    </section>
  )
}
