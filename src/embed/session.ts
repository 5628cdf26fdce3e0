import { PROTOCOL, type Enveloped } from './protocol'

/**
 * One connection: what is sent counts on, and what arrives must count on by one, else it is not this conversation's.
 */
export class Session {
  private sentCount = 0
  private receivedCount = 0

  constructor(readonly nonce: string) {}

  /** The message with its place in the conversation. */
  addEnvelope<S extends object>(says: S): Enveloped<S> {
    return { zhaojian: PROTOCOL, session: this.nonce, sequence: this.sentCount++, ...says }
  }

  /** Whether the message is this session's next; one that is not changes nothing. */
  accept({ session, sequence }: Pick<Enveloped<object>, 'session' | 'sequence'>): boolean {
    if (session !== this.nonce || sequence !== this.receivedCount) return false
    this.receivedCount++
    return true
  }
}

/** 128 bits of chance, in hexadecimal digits. */
export const createNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
