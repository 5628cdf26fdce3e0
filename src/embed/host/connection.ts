import type { EmbedOptions } from '../../contract/embedding'
import { parseFrameMessage, type FrameMessage, type HostMessage } from '../protocol'
import { createNonce, Session } from '../session'

/** The element's end: one frame, one origin, a session for each document that the frame loads. */
export class Connection {
  private session: Session | null = null

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly origin: string,
    private readonly onMessage: (says: FrameMessage) => void,
    signal: AbortSignal,
  ) {
    addEventListener('message', event => this.receive(event), { signal })
  }

  /** A new document is there: whatever was said before is over. */
  startSession(options: EmbedOptions): void {
    this.session = new Session(createNonce())
    this.send({ type: 'hello', options })
  }

  /** The document is gone, and its successor not there yet. */
  endSession(): void {
    this.session = null
  }

  /** Sent only while there is somebody to hear it. */
  send(says: HostMessage): void {
    if (this.session) this.frame.contentWindow?.postMessage(this.session.addEnvelope(says), this.origin)
  }

  private receive({ source, origin, data }: MessageEvent<unknown>): void {
    if (!this.session || source !== this.frame.contentWindow || origin !== this.origin) return
    const message = parseFrameMessage(data)
    if (!message || !this.session.accept(message)) return
    const { zhaojian: _, session: _session, sequence: _sequence, ...says } = message
    this.onMessage(says)
  }
}
