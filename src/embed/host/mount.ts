import type { EmbedOptions, GivenProfile } from '../../contract/embedding'
import { Connection } from './connection'
import { resolveProfile, HostProfileError } from './host-profile'
import type { FrameMessage } from '../protocol'

/** Milliseconds until a page that does not answer counts as unreachable. A later answer is still accepted. */
const ANSWER_TIMEOUT_MS = 20_000

export interface MountRequest {
  readonly profile: GivenProfile | null
  readonly otherOptions: Omit<EmbedOptions, 'profile'>
}

/** Callbacks to the element. */
export interface MountEvents {
  onMessage(message: FrameMessage): void
  /** The page is unreachable or the profile can't be loaded; the message is for the host's web team. */
  onError(code: 'unreachable' | HostProfileError['code'], message: string): void
}

/** One frame with the page in it, from creation to removal. */
export class Mount {
  readonly frame = document.createElement('iframe')
  private readonly abortController = new AbortController()
  private readonly connection: Connection
  private timer = 0
  private state: 'loading' | 'loaded' | 'greeted' = 'loading'
  /** Incremented per request, so that a profile that loads late does not override a newer request. */
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
      message => {
        clearTimeout(this.timer)
        events.onMessage(message)
      },
      signal,
    )
    // A frame that was moved or reloaded has a new document and needs a new `hello`.
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

  setRequest(request: MountRequest): void {
    this.request = request
    void this.sendRequest()
  }

  /** Removes the photo and turns the camera off. */
  clear(): void {
    this.connection.send({ type: 'close' })
  }

  /** The frame was moved: its document is gone and the new one is not loaded yet. */
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
    const ownCount = ++this.requestCount
    const isOver = (): boolean => ownCount !== this.requestCount || this.abortController.signal.aborted
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

/** Options that affect the first paint are also in the URL, so that nothing changes when `hello` arrives. */
function buildFrameUrl(site: URL, { lang, theme, mode }: MountRequest['otherOptions']): string {
  const address = new URL(site)
  address.search = new URLSearchParams({ embed: 'element', theme, mode, ...(lang ? { lang } : {}) }).toString()
  return address.href
}
