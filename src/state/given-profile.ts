import { batch, signal } from '@preact/signals'
import { isProfileId, type GivenProfile } from '../contract/embedding'
import { fetchProfile } from '../profiles/fetch-profile'
import { validateProfile } from '../zhaojian'
import { applyProfile } from './actions'
import { closeCamera } from './camera'
import { stopChecking } from './checking'
import { closeChecker, findProfileId } from './checker'
import { isProfileAwaited, OWN_PROFILE_ID, ownProfile, profileProblem, type ProfileProblem } from './own-profile'
import { getInitialProfileId } from './preferences'
import { stopSaving } from './saving'

/** Whether address or host named a profile that holds: in a frame there is then nothing to choose. */
export const isProfileGiven = signal(false)

let pendingRequest: AbortController | null = null

/**
 * Takes the profile asked for: an id of ours, an address on this page's own origin, or a profile file's text. Until it
 * is here, and where it can't be used, nothing is checked; why not is told in `profileProblem` and, for the web team,
 * in the console.
 */
export async function adoptProfile(given: GivenProfile): Promise<void> {
  const run = awaitProfile()
  const taken =
    'json' in given
      ? parseGivenProfile(given.json, '(given by the host)')
      : await loadNamedProfile(given.name, run.signal)
  if (run.signal.aborted) return
  if ('code' in taken) {
    refuseProfile(taken)
    return
  }
  batch(() => {
    ownProfile.value = taken.profile
    isProfileAwaited.value = false
    profileProblem.value = null
    isProfileGiven.value = true
    applyProfile(taken.id)
  })
}

/** Nothing is checked until a profile is adopted or refused. */
export function awaitProfile(): AbortController {
  pendingRequest?.abort()
  stopChecking()
  stopSaving()
  closeCamera()
  isProfileAwaited.value = true
  return (pendingRequest = new AbortController())
}

export function refuseProfile(problem: ProfileProblem): void {
  console.error(`Zhaojian: the profile can't be used. ${problem.path}: ${problem.problem}`)
  closeChecker()
  batch(() => {
    isProfileAwaited.value = false
    profileProblem.value = problem
  })
}

/**
 * Back to the list of our own: where the host names none, and the student's way on where a link names one that can't
 * be used.
 */
export function returnToProfileList(): void {
  pendingRequest?.abort()
  batch(() => {
    ownProfile.value = null
    isProfileAwaited.value = false
    profileProblem.value = null
    isProfileGiven.value = false
    applyProfile(getInitialProfileId())
  })
}

interface LoadedProfile {
  readonly id: string
  readonly profile: typeof ownProfile.value
}

async function loadNamedProfile(name: string, signal: AbortSignal): Promise<LoadedProfile | ProfileProblem> {
  if (isProfileId(name)) {
    return findProfileId(name)
      ? { id: name, profile: null }
      : { code: 'profile-unknown', path: name, problem: 'there is no profile of this id in this page' }
  }
  const url = toUrl(name)
  if (url?.origin !== location.origin) {
    return {
      code: 'profile-refused',
      path: name,
      problem:
        `is not an address on ${location.origin}. Put the file beside this page, or use <zhaojian-check>, ` +
        "which hands over a file of the host's origin",
    }
  }
  try {
    return parseGivenProfile(await fetchProfile(url, signal), url.href)
  } catch (error) {
    return { code: 'profile-unreachable', path: url.href, problem: String(error) }
  }
}

function toUrl(name: string): URL | null {
  try {
    return new URL(name, document.baseURI)
  } catch {
    return null
  }
}

function parseGivenProfile(json: string, from: string): LoadedProfile | ProfileProblem {
  let content: unknown
  try {
    content = JSON.parse(json)
  } catch (error) {
    return { code: 'profile-invalid', path: from, problem: String(error) }
  }
  const found = validateProfile(content)
  return 'profile' in found ? { id: OWN_PROFILE_ID, profile: found.profile } : { code: 'profile-invalid', ...found }
}
