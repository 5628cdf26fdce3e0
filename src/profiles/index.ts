import { PROFILE_FILES } from './other-profiles'
import { addProfileFiles } from './registry'

/** The profiles with all of them loaded, so that each is there at once: for scripts and tests. */
addProfileFiles(PROFILE_FILES)
export { getProfile, getProfileFile, listProfileNames, listProfiles, resolveProfile } from './registry'
