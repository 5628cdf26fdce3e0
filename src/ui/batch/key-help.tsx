import type { JSX } from 'preact'

/** Keyboard shortcuts. */
export function KeyHelp({ keys }: { keys: readonly (readonly [key: string, meaning: string])[] }): JSX.Element {
  return (
    <p class="key-help">
      {keys.map(([key, meaning]) => (
        <span key={key}>
          <kbd>{key}</kbd> {meaning}
        </span>
      ))}
    </p>
  )
}
