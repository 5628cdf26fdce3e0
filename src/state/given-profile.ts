import { batch, signal } from '@preact/signals'
import { isProfileId, type GivenProfile } from '../contract/embedding'
import { fetchProfile } from '../profiles/fetch-profile'
import { isProfileLoaded, loadProfiles, validateProfile } from '../zhaojian'
import { applyProfile } from './actions'
import { closeCamera } from './camera'
import { stopChecking } from './checking'
import { forgetChoice } from './chosen-profile'
import { closeChecker, findProfileId } from './checker'
import { isProfileAwaited, OWN_PROFILE_ID, ownProfile, profileProblem, type ProfileProblem } from './own-profile'
import { getInitialProfileId, getRememberedProfileId } from './preferences'
import { stopSaving } from './saving'
import { isProfileChosen } from './store'

/** Whether the URL or host named a valid profile: an embedded page then offers no choice of profile. */
export const isProfileGiven = signal(false)

let pendingRequest: AbortController | null = null

/**
 * Loads the requested profile: a built-in id, a URL on this page's own origin, or a profile file's text. Nothing is
 * checked until it is loaded, nor if it is invalid; the reason is in `profileProblem` and, for the web team, in the
 * console. `by`: the student's own former choice leaves the choice open.
 */
export async function adoptProfile(given: GivenProfile, by: 'address' | 'student' = 'address'): Promise<void> {
  const id = 'name' in given && findProfileId(given.name)
  if (id && isProfileLoaded(id)) {
    // Nothing to wait for.
    pendingRequest?.abort()
    useProfile({ id, profile: null }, by)
    return
  }
  const request = awaitProfile()
  const loaded =
    'json' in given
      ? parseGivenProfile(given.json, '(given by the host)')
      : await loadNamedProfile(given.name, request.signal)
  if (request.signal.aborted) return
  if ('code' in loaded) {
    refuseProfile(loaded)
    return
  }
  useProfile(loaded, by)
}

function useProfile(loaded: LoadedProfile, by: 'address' | 'student'): void {
  batch(() => {
    ownProfile.value = loaded.profile
    isProfileAwaited.value = false
    profileProblem.value = null
    isProfileGiven.value = by === 'address'
    isProfileChosen.value = true
    applyProfile(loaded.id)
  })
}

/** The student's last choice on this device, where its rules have to be loaded first. */
export async function restoreProfile(): Promise<void> {
  const name = getRememberedProfileId()
  if (!isProfileLoaded(name)) await adoptProfile({ name }, 'student')
}

/** Blocks checking until a profile is adopted or refused. */
export function awaitProfile(): AbortController {
  pendingRequest?.abort()
  forgetChoice()
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
 * Returns to the built-in profiles: when the host names none, and as the student's way out when a link names an
 * unusable one.
 */
export function returnToProfileList(): void {
  pendingRequest?.abort()
  const isRefused = profileProblem.value !== null
  batch(() => {
    ownProfile.value = null
    isProfileAwaited.value = false
    profileProblem.value = null
    isProfileGiven.value = false
    applyProfile(getInitialProfileId())
  })
  // What was just refused is not asked for again.
  if (!isRefused) void restoreProfile()
}

interface LoadedProfile {
  readonly id: string
  readonly profile: typeof ownProfile.value
}

async function loadNamedProfile(name: string, signal: AbortSignal): Promise<LoadedProfile | ProfileProblem> {
  if (isProfileId(name)) return loadListedProfile(name)
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

async function loadListedProfile(id: string): Promise<LoadedProfile | ProfileProblem> {
  if (!findProfileId(id))
    return { code: 'profile-unknown', path: id, problem: 'there is no profile of this id in this page' }
  try {
    if (!isProfileLoaded(id)) await loadProfiles()
    return { id, profile: null }
  } catch (error) {
    return { code: 'profile-unreachable', path: id, problem: String(error) }
  }
}

function toUrl(name: string): URL | null {
  try {
    return new URL(name, document.baseURI)
  } catch {
    return null
  }
}

function parseGivenProfile(json: string, path: string): LoadedProfile | ProfileProblem {
  let content: unknown
  try {
    content = JSON.parse(json)
  } catch (error) {
    return { code: 'profile-invalid', path: path, problem: String(error) }
  }
  const result = validateProfile(content)
  return 'profile' in result ? { id: OWN_PROFILE_ID, profile: result.profile } : { code: 'profile-invalid', ...result }
}
