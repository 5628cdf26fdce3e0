import {
  isProfileId,
  MAX_PROFILE_NAME_CHARACTERS,
  MAX_PROFILE_CHARACTERS,
  type GivenProfile,
} from '../../contract/embedding'
import { fetchProfile } from '../../profiles/fetch-profile'

/** A profile that the element can't hand over; the message is for the host's web team. */
export class HostProfileError extends Error {
  constructor(
    readonly code: 'profile-refused' | 'profile-unreachable',
    message: string,
  ) {
    super(message)
  }
}

/**
 * What the frame is told of the profile. A file on the host's own origin is fetched here, since the page's policy lets
 * it ask nobody but itself; one on the frame's origin is left to the page. Errors: ProfileFault.
 */
export async function resolveProfile(
  asked: GivenProfile | null,
  frameOrigin: string,
  signal: AbortSignal,
): Promise<GivenProfile | null> {
  if (!asked) return null
  if ('json' in asked) return checkProfileSize(asked)
  const { name } = asked
  if (isProfileId(name)) return asked
  const url = toUrl(name)
  if (url?.origin === frameOrigin && frameOrigin !== location.origin && url.href.length <= MAX_PROFILE_NAME_CHARACTERS)
    return { name: url.href }
  if (url?.origin !== location.origin)
    throw new HostProfileError(
      'profile-refused',
      `the profile ${name} is neither on ${location.origin} nor on ${frameOrigin}`,
    )
  try {
    return { json: await fetchProfile(url, signal) }
  } catch (error) {
    throw new HostProfileError(
      'profile-unreachable',
      `the profile ${url.href} did not load (${String(error)}); this page's own policy must allow it: ` +
        "connect-src 'self'",
    )
  }
}

function checkProfileSize(asked: { readonly json: string }): GivenProfile {
  if (asked.json.length > MAX_PROFILE_CHARACTERS)
    throw new HostProfileError(
      'profile-refused',
      `the profile has ${asked.json.length} characters; ${MAX_PROFILE_CHARACTERS} are taken`,
    )
  return asked
}

function toUrl(name: string): URL | null {
  try {
    return new URL(name, document.baseURI)
  } catch {
    return null
  }
}
