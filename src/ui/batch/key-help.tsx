import type { JSX } from 'preact'

/** Which keys do what, for who has a keyboard. */
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
