import { PROTOCOL, type Enveloped } from './protocol'

/** One connection: sent messages are numbered, and a received message is accepted only with the next number. */
export class Session {
  private sentCount = 0
  private receivedCount = 0

  constructor(readonly nonce: string) {}

  /** Adds the session and the sequence number to the message. */
  addEnvelope<S extends object>(message: S): Enveloped<S> {
    return { zhaojian: PROTOCOL, session: this.nonce, sequence: this.sentCount++, ...message }
  }

  /** Whether the message is the session's next; otherwise it has no effect. */
  accept({ session, sequence }: Pick<Enveloped<object>, 'session' | 'sequence'>): boolean {
    if (session !== this.nonce || sequence !== this.receivedCount) return false
    this.receivedCount++
    return true
  }
}

/** 128 random bits as hexadecimal digits. */
export const createNonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
