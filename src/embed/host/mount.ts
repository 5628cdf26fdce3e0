import type { EmbedOptions, GivenProfile } from '../../contract/embedding'
import { Connection } from './connection'
import { resolveProfile, HostProfileError } from './host-profile'
import type { FrameMessage } from '../protocol'

/**
 * Milliseconds until a page that does not answer is said to be out of reach. One that answers later is taken all the
 * same.
 */
const ANSWER_TIMEOUT_MS = 20_000

export interface MountRequest {
  readonly profile: GivenProfile | null
  readonly otherOptions: Omit<EmbedOptions, 'profile'>
}

/** What comes of it, told to the element. */
export interface MountEvents {
  onMessage(says: FrameMessage): void
  /** The page is out of reach, or the profile can't be had; the message is for the host's web team. */
  onError(code: 'unreachable' | HostProfileError['code'], message: string): void
}

/** One frame with the page in it, from its making to its end. */
export class Mount {
  readonly frame = document.createElement('iframe')
  private readonly abortController = new AbortController()
  private readonly connection: Connection
  private timer = 0
  private state: 'loading' | 'loaded' | 'greeted' = 'loading'
  /** Counts wishes, so that a profile that comes late is not the last word. */
  private requestCount = 0
  private sentOptions = ''

  constructor(
    private readonly site: URL,
    allow: string,
    private request: MountRequest,
    private readonly events: MountEvents,
  ) {
    const {
      frame,
      abortController: { signal },
    } = this
    frame.setAttribute('part', 'frame')
    frame.allow = allow
    frame.referrerPolicy = 'no-referrer'
    frame.src = buildFrameUrl(site, request.otherOptions)
    this.connection = new Connection(
      frame,
      site.origin,
      says => {
        clearTimeout(this.timer)
        events.onMessage(says)
      },
      signal,
    )
    // A frame that is moved, or that reloads itself, has a new document: it is greeted anew.
    frame.addEventListener(
      'load',
      () => {
        clearTimeout(this.timer)
        this.state = 'loaded'
        void this.sendRequest()
      },
      { signal },
    )
    this.waitForAnswer()
  }

  setRequest(wishes: MountRequest): void {
    this.request = wishes
    void this.sendRequest()
  }

  /** The photo is let go, the camera off. */
  clear(): void {
    this.connection.send({ type: 'close' })
  }

  /** The document is gone and its successor not there yet: the frame was moved. */
  endSession(): void {
    this.connection.endSession()
    this.state = 'loading'
  }

  dispose(): void {
    this.abortController.abort()
    clearTimeout(this.timer)
    this.connection.endSession()
    this.frame.remove()
  }

  private async sendRequest(): Promise<void> {
    const turn = ++this.requestCount
    const isOver = (): boolean => turn !== this.requestCount || this.abortController.signal.aborted
    if (this.state === 'loading') return
    try {
      const profile = await resolveProfile(this.request.profile, this.site.origin, this.abortController.signal)
      if (isOver()) return
      this.sendOptions({ ...this.request.otherOptions, profile })
    } catch (error) {
      if (isOver()) return
      if (!(error instanceof HostProfileError)) throw error
      this.events.onError(error.code, error.message)
    }
  }

  private sendOptions(options: EmbedOptions): void {
    const text = JSON.stringify(options)
    if (this.state === 'loaded') {
      this.state = 'greeted'
      this.connection.startSession(options)
      this.waitForAnswer()
    } else if (text !== this.sentOptions) this.connection.send({ type: 'update', options })
    this.sentOptions = text
  }

  private waitForAnswer(): void {
    this.timer = window.setTimeout(
      () => this.events.onError('unreachable', `${this.site.href} does not answer`),
      ANSWER_TIMEOUT_MS,
    )
  }
}

/** What shows at once is said in the address too, so that nothing changes its look when the greeting arrives. */
function buildFrameUrl(site: URL, { lang, theme, mode }: MountRequest['otherOptions']): string {
  const address = new URL(site)
  address.search = new URLSearchParams({ embed: 'element', theme, mode, ...(lang ? { lang } : {}) }).toString()
  return address.href
}
