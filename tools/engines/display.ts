import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

export interface Display {
  readonly name: string
  close(): void
}

/** A virtual X server on a free display number: headless Firefox and WebKitGTK have no WebGL. */
export async function openDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = once(server.stdio[3] as Readable, 'data').then(([data]) => String(data).trim())
  const ended = Promise.race([once(server, 'exit'), once(server, 'error')]).then(() => {
    throw new Error('Xvfb did not start.')
  })
  ended.catch(() => {})
  const close = (): void => {
    server.kill()
  }
  process.once('exit', close)
  return { name: `:${await Promise.race([number, ended])}`, close }
}
