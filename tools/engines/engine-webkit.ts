import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver'
import { openDisplay } from './display'
import type { EnginePage } from './engine-page'

/** WebKitGTK's MiniBrowser, which Debian puts into the folder of the library. */
export function findMiniBrowser(): string | undefined {
  if (!existsSync('/usr/lib')) return undefined
  return readdirSync('/usr/lib')
    .flatMap(folder => ['4.1', '4.0'].map(version => join('/usr/lib', folder, `webkit2gtk-${version}`, 'MiniBrowser')))
    .find(existsSync)
}

/** WebKitGTK over its WebDriver. */
export async function openWebKit(): Promise<EnginePage> {
  const display = await openDisplay()
  const port = await findFreePort()
  const driver = spawn('WebKitWebDriver', ['-p', String(port)], {
    env: { ...process.env, DISPLAY: display.name },
    stdio: 'ignore',
  })
  const end = (): void => {
    driver.kill()
    display.close()
  }
  try {
    const server = `http://127.0.0.1:${port}`
    await waitForServer(server)
    const browser = await openBrowser(server)
    return {
      goto: url => browser.get(url),
      evaluate: (work, argument) => evaluate(browser, work, argument),
      close: async () => {
        try {
          await browser.quit()
        } finally {
          end()
        }
      },
    }
  } catch (error) {
    end()
    throw error
  }
}

async function openBrowser(server: string): Promise<WebDriver> {
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: findMiniBrowser()!, args: ['--automation'] },
  })
  const browser = await new Builder()
    .disableEnvironmentOverrides()
    .usingServer(server)
    .withCapabilities(capabilities)
    .build()
  await browser.manage().setTimeouts({ script: 180_000 })
  return browser
}

async function evaluate<Argument, Answer>(
  browser: WebDriver,
  work: (argument: Argument) => Answer | Promise<Answer>,
  argument: Argument,
): Promise<Answer> {
  const script =
    `const done = arguments[1]; (async () => (${work})(arguments[0]))().then(value => done({ value }), ` +
    "error => done({ error: String(error) + '\\n' + error?.stack }))"
  const { value, error } = await browser.executeAsyncScript<{ value: Answer; error?: string }>(script, argument)
  if (error !== undefined) throw new Error(error)
  return value
}

async function waitForServer(server: string): Promise<void> {
  for (let tries = 0; !(await isAnswering(server)); tries++) {
    if (tries > 100) throw new Error('WebKitWebDriver did not start.')
    await pause(100)
  }
}

const isAnswering = (server: string): Promise<boolean> =>
  fetch(`${server}/status`).then(
    response => response.ok,
    () => false,
  )

/** A TCP port that is free now. */
function findFreePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
