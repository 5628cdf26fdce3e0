/** 128 random bits as text; `crypto.randomUUID` is missing on plain http. */
export function createRandomToken(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), bits => bits.toString(16).padStart(8, '0')).join('')
}
