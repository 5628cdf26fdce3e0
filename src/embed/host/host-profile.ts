import {
  isProfileId,
  MAX_PROFILE_NAME_CHARACTERS,
  MAX_PROFILE_CHARACTERS,
  type GivenProfile,
} from '../../contract/embedding'
import { fetchProfile } from '../../profiles/fetch-profile'

/** The profile could not be resolved; the message is for the host's web team. */
export class HostProfileError extends Error {
  constructor(
    readonly code: 'profile-refused' | 'profile-unreachable',
    message: string,
  ) {
    super(message)
  }
}

/**
 * The profile to send to the frame. A file on the host's own origin is fetched here, because the frame's policy allows
 * requests only to its own origin; a file there is left to the frame. Errors: HostProfileError.
 */
export async function resolveProfile(
  requested: GivenProfile | null,
  frameOrigin: string,
  signal: AbortSignal,
): Promise<GivenProfile | null> {
  if (!requested) return null
  if ('json' in requested) return checkProfileSize(requested)
  const { name } = requested
  if (isProfileId(name)) return requested
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

function checkProfileSize(requested: { readonly json: string }): GivenProfile {
  if (requested.json.length > MAX_PROFILE_CHARACTERS)
    throw new HostProfileError(
      'profile-refused',
      `the profile has ${requested.json.length} characters; ${MAX_PROFILE_CHARACTERS} are taken`,
    )
  return requested
}

function toUrl(name: string): URL | null {
  try {
    return new URL(name, document.baseURI)
  } catch {
    return null
  }
}
