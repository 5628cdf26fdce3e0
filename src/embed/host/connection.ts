import type { EmbedOptions } from '../../contract/embedding'
import { parseFrameMessage, type FrameMessage, type HostMessage } from '../protocol'
import { createNonce, Session } from '../session'

/** The element's end of the connection: one frame, one origin, a new session for each document in the frame. */
export class Connection {
  private session: Session | null = null

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly origin: string,
    private readonly onMessage: (message: FrameMessage) => void,
    signal: AbortSignal,
  ) {
    addEventListener('message', event => this.receive(event), { signal })
  }

  /** The frame has loaded a new document: the previous session is over. */
  startSession(options: EmbedOptions): void {
    this.session = new Session(createNonce())
    this.send({ type: 'hello', options })
  }

  /** The frame's document is gone and no new one is loaded yet. */
  endSession(): void {
    this.session = null
  }

  /** Does nothing without a session. */
  send(message: HostMessage): void {
    if (this.session) this.frame.contentWindow?.postMessage(this.session.addEnvelope(message), this.origin)
  }

  private receive({ source, origin, data }: MessageEvent<unknown>): void {
    if (!this.session || source !== this.frame.contentWindow || origin !== this.origin) return
    const message = parseFrameMessage(data)
    if (!message || !this.session.accept(message)) return
    const { zhaojian: _, session: _session, sequence: _sequence, ...body } = message
    this.onMessage(body)
  }
}
