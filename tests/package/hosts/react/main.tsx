import { useRef, type ReactNode } from 'react'
import type { ZhaojianElement } from 'zhaojian/embed'
import type {} from 'zhaojian/react'

export function Check(): ReactNode {
  const element = useRef<ZhaojianElement>(null)
  return (
    <section>
      <zhaojian-check
        ref={element}
        profile="hanjiang-2025"
        mode="photo"
        lang="en"
        style={{ maxWidth: 600 }}
        onreport={event => console.log(event.detail.report.verdict)}
        onerror={event => console.log(event.detail.code)}
      />
      <button onClick={() => element.current?.close()}>Close</button>
      {/* @ts-expect-error There is no such mode. */}
      <zhaojian-check mode="film" />
    </section>
  )
}
