import type { EmbedOptions } from '../../contract/embedding'
import { parseFrameSays, type FrameSays, type HostSays } from '../protocol'
import { newNonce, Session } from '../session'

/** The element's end: one frame, one origin, a session for each document that the frame loads. */
export class Connection {
  private session: Session | null = null

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly origin: string,
    private readonly onSays: (says: FrameSays) => void,
    signal: AbortSignal,
  ) {
    addEventListener('message', event => this.hear(event), { signal })
  }

  /** A new document is there: whatever was said before is over. */
  greet(options: EmbedOptions): void {
    this.session = new Session(newNonce())
    this.say({ type: 'hello', options })
  }

  /** The document is gone, and its successor not there yet. */
  hangUp(): void {
    this.session = null
  }

  /** Sent only while there is somebody to hear it. */
  say(says: HostSays): void {
    if (this.session) this.frame.contentWindow?.postMessage(this.session.next(says), this.origin)
  }

  private hear({ source, origin, data }: MessageEvent<unknown>): void {
    if (!this.session || source !== this.frame.contentWindow || origin !== this.origin) return
    const message = parseFrameSays(data)
    if (!message || !this.session.takes(message)) return
    const { zhaojian: _, session: _session, sequence: _sequence, ...says } = message
    this.onSays(says)
  }
}
