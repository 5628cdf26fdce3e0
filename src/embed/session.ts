import { PROTOCOL, type Message } from './protocol'

/**
 * One connection: what is sent counts on, and what arrives must count on by one, else it is not this conversation's.
 */
export class Session {
  private sent = 0
  private received = 0

  constructor(readonly nonce: string) {}

  /** The message with its place in the conversation. */
  next<S extends object>(says: S): Message<S> {
    return { zhaojian: PROTOCOL, session: this.nonce, sequence: this.sent++, ...says }
  }

  /** Whether the message is this session's next; one that is not changes nothing. */
  takes({ session, sequence }: Pick<Message<object>, 'session' | 'sequence'>): boolean {
    if (session !== this.nonce || sequence !== this.received) return false
    this.received++
    return true
  }
}

/** 128 bits of chance, in hexadecimal digits. */
export const newNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
