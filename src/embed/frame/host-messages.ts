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
 * Milliseconds for which the host may keep silent; then the page says that it was not set up. A host that speaks later
 * is still heard.
 */
const HOST_TIMEOUT_MS = 20_000

/** Who is spoken to: the window around this one, at the origin that its first greeting came from, and no other. */
let host: { readonly origin: string; readonly session: Session; options: EmbedOptions } | null = null

/** Inside the element's frame: waits for the host's greeting, does as it asks, and tells it what comes of it. */
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
  // An opaque origin ('null': a sandboxed host, a file) can't be answered without answering everybody.
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

function sendMessage(says: FrameMessage): void {
  if (host) window.parent.postMessage(host.session.addEnvelope(says), host.origin)
}

/** Does what changed. */
function applyOptions({ profile, lang, theme, mode: asked, style }: EmbedOptions, before: EmbedOptions | null): void {
  mode.value = asked
  applyTheme(theme)
  applyStyle(style)
  if (lang && lang !== before?.lang) showLocale(lang)
  if (before && JSON.stringify(profile) === JSON.stringify(before.profile)) return
  if (profile) void adoptProfile(profile)
  else returnToProfileList()
}

/** From now on the host is told of what happens. */
function reportToHost(): void {
  hasHost.value = true
  const told = new WeakSet<object>()
  const once = (found: object | null, says: () => FrameMessage): void => {
    if (!found || told.has(found)) return
    told.add(found)
    sendMessage(says())
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

/** The student is done; what that means, the host decides. */
export const sendClose = (): void => sendMessage({ type: 'close' })
