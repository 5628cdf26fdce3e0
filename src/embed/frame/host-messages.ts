import { effect } from '@preact/signals'
import type { EmbedOptions } from '../../contract/embedding'
import { reset, showLocale } from '../../state/actions'
import { hasHost, mode, applyTheme } from '../../state/embedding'
import { adoptProfile, awaitProfile, returnToProfileList, refuseProfile } from '../../state/given-profile'
import { isProfileReady, profileProblem } from '../../state/own-profile'
import * as store from '../../state/store'
import { applyStyle } from './host-style'
import { parseHostMessage, type FrameMessage } from '../protocol'
import { toSentProfile, toSentReport } from './sent-report'
import { Session } from '../session'

/**
 * Milliseconds to wait for the host's first message; then the page reports that it was not set up. A later message is
 * still accepted.
 */
const HOST_TIMEOUT_MS = 20_000

/** The parent window, at the origin of its first message; messages of other origins are ignored. */
let host: { readonly origin: string; readonly session: Session; options: EmbedOptions } | null = null

/** Called inside the element's frame: waits for the host's `hello`, applies its options and reports results. */
export function listenToHost(): void {
  addEventListener('message', receiveMessage)
  const waiting = awaitProfile()
  setTimeout(() => {
    if (!host && !waiting.signal.aborted)
      refuseProfile({
        code: 'profile-unreachable',
        path: '(host)',
        problem: 'the page around this one did not say whose rules; ?embed=element is for <zhaojian-check> alone',
      })
  }, HOST_TIMEOUT_MS)
}

function receiveMessage({ source, origin, data }: MessageEvent<unknown>): void {
  // An opaque origin ('null': a sandboxed host, a file) can only be answered with targetOrigin '*', which anyone may
  // read.
  if (source !== window.parent || origin === 'null' || (host && host.origin !== origin)) return
  const message = parseHostMessage(data)
  if (!message || (message.type === 'hello') === (host !== null)) return
  const session = host?.session ?? new Session(message.session)
  if (!session.accept(message)) return
  if (message.type === 'close') {
    reset()
    return
  }
  const before = host?.options ?? null
  host = { origin, session, options: message.options }
  applyOptions(message.options, before)
  if (!before) reportToHost()
}

function sendMessage(message: FrameMessage): void {
  if (host) window.parent.postMessage(host.session.addEnvelope(message), host.origin)
}

/** Applies the options that changed. */
function applyOptions({ profile, lang, theme, mode: newMode, style }: EmbedOptions, before: EmbedOptions | null): void {
  mode.value = newMode
  applyTheme(theme)
  applyStyle(style)
  if (lang && lang !== before?.lang) showLocale(lang)
  if (before && JSON.stringify(profile) === JSON.stringify(before.profile)) return
  if (profile) void adoptProfile(profile)
  else returnToProfileList()
}

/** Starts sending events to the host. */
function reportToHost(): void {
  hasHost.value = true
  const sentObjects = new WeakSet<object>()
  const once = (value: object | null, message: () => FrameMessage): void => {
    if (!value || sentObjects.has(value)) return
    sentObjects.add(value)
    sendMessage(message())
  }
  let readyFor: object | null = null
  effect(() => {
    if (!isProfileReady() || store.profile.value === readyFor) return
    readyFor = store.profile.value
    sendMessage({ type: 'ready', profile: toSentProfile(store.profile.value) })
  })
  effect(() => {
    for (const { checked, report, produced, failure } of store.photos.value) {
      if (checked) once(report, () => ({ type: 'report', report: toSentReport(report!) }))
      once(produced, () => ({ type: 'produced', report: toSentReport(produced!.report) }))
      once(failure, () => ({ type: 'error', code: failure!.code }))
    }
  })
  for (const failure of [profileProblem, store.failure, store.saveFailure]) {
    effect(() => {
      once(failure.value, () => ({ type: 'error', code: failure.value!.code }))
    })
  }
  const page = document.getElementById('app')!
  new ResizeObserver(() =>
    sendMessage({ type: 'size', height: Math.ceil(page.getBoundingClientRect().height) }),
  ).observe(page)
}

/** The student has pressed Done; the host decides what happens. */
export const sendClose = (): void => sendMessage({ type: 'close' })
