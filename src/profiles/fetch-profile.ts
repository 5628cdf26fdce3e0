import { MAX_PROFILE_CHARACTERS } from '../contract/embedding'

/** Milliseconds for which a profile file is waited for. */
const FETCH_TIMEOUT_MS = 20_000

/**
 * The text of a profile file on this document's own origin; the page and the element both ask by it. Without cookies,
 * and never of another origin, redirects included. Errors: any, where there is no such file, it does not come in time
 * or it is too long.
 */
export async function fetchProfile(url: URL, signal: AbortSignal): Promise<string> {
  const ending = new AbortController()
  const end = (): void => ending.abort()
  signal.addEventListener('abort', end, { signal: ending.signal })
  const timer = setTimeout(end, FETCH_TIMEOUT_MS)
  try {
    const response = await fetch(url, { mode: 'same-origin', credentials: 'omit', signal: ending.signal })
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
    const reader = response.body!.getReader()
    const decoder = new TextDecoder()
    let text = ''
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      text += decoder.decode(piece.value, { stream: true })
      if (text.length > MAX_PROFILE_CHARACTERS) throw new Error(`longer than ${MAX_PROFILE_CHARACTERS} characters`)
    }
    return text
  } finally {
    clearTimeout(timer)
    // Also ends what was not read to its end.
    end()
  }
}
