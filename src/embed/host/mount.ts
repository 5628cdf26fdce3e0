import type { EmbedOptions, GivenProfile } from '../../contract/embedding'
import { Connection } from './connection'
import { givenProfile, ProfileFault } from './host-profile'
import type { FrameSays } from '../protocol'

/**
 * Milliseconds until a page that does not answer is said to be out of reach. One that answers later is taken all the
 * same.
 */
const PATIENCE = 20_000

export interface Wishes {
  readonly profile: GivenProfile | null
  readonly others: Omit<EmbedOptions, 'profile'>
}

/** What comes of it, told to the element. */
export interface MountEvents {
  onSays(says: FrameSays): void
  /** The page is out of reach, or the profile can't be had; the message is for the host's web team. */
  onFault(code: 'unreachable' | ProfileFault['code'], message: string): void
}

/** One frame with the page in it, from its making to its end. */
export class Mount {
  readonly frame = document.createElement('iframe')
  private readonly ending = new AbortController()
  private readonly connection: Connection
  private timer = 0
  private state: 'loading' | 'loaded' | 'greeted' = 'loading'
  /** Counts wishes, so that a profile that comes late is not the last word. */
  private turn = 0
  private sent = ''

  constructor(
    private readonly site: URL,
    allow: string,
    private wishes: Wishes,
    private readonly events: MountEvents,
  ) {
    const {
      frame,
      ending: { signal },
    } = this
    frame.setAttribute('part', 'frame')
    frame.allow = allow
    frame.referrerPolicy = 'no-referrer'
    frame.src = addressOf(site, wishes.others)
    this.connection = new Connection(
      frame,
      site.origin,
      says => {
        clearTimeout(this.timer)
        events.onSays(says)
      },
      signal,
    )
    // A frame that is moved, or that reloads itself, has a new document: it is greeted anew.
    frame.addEventListener(
      'load',
      () => {
        clearTimeout(this.timer)
        this.state = 'loaded'
        void this.speak()
      },
      { signal },
    )
    this.waitForAnswer()
  }

  wish(wishes: Wishes): void {
    this.wishes = wishes
    void this.speak()
  }

  /** The photo is let go, the camera off. */
  clear(): void {
    this.connection.say({ type: 'close' })
  }

  /** The document is gone and its successor not there yet: the frame was moved. */
  hangUp(): void {
    this.connection.hangUp()
    this.state = 'loading'
  }

  end(): void {
    this.ending.abort()
    clearTimeout(this.timer)
    this.connection.hangUp()
    this.frame.remove()
  }

  private async speak(): Promise<void> {
    const turn = ++this.turn
    const isOver = (): boolean => turn !== this.turn || this.ending.signal.aborted
    if (this.state === 'loading') return
    try {
      const profile = await givenProfile(this.wishes.profile, this.site.origin, this.ending.signal)
      if (isOver()) return
      this.send({ ...this.wishes.others, profile })
    } catch (error) {
      if (isOver()) return
      if (!(error instanceof ProfileFault)) throw error
      this.events.onFault(error.code, error.message)
    }
  }

  private send(options: EmbedOptions): void {
    const text = JSON.stringify(options)
    if (this.state === 'loaded') {
      this.state = 'greeted'
      this.connection.greet(options)
      this.waitForAnswer()
    } else if (text !== this.sent) this.connection.say({ type: 'update', options })
    this.sent = text
  }

  private waitForAnswer(): void {
    this.timer = window.setTimeout(
      () => this.events.onFault('unreachable', `${this.site.href} does not answer`),
      PATIENCE,
    )
  }
}

/** What shows at once is said in the address too, so that nothing changes its look when the greeting arrives. */
function addressOf(site: URL, { lang, theme, mode }: Wishes['others']): string {
  const address = new URL(site)
  address.search = new URLSearchParams({ embed: 'element', theme, mode, ...(lang ? { lang } : {}) }).toString()
  return address.href
}
