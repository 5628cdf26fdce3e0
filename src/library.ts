import { PROFILE_FILES } from './profiles/other-profiles'
import { addProfileFiles } from './zhaojian'

/**
 * The library for host pages: with every profile loaded, because `getProfile(id)` answers at once. The project's own
 * page takes src/zhaojian.ts and loads them when another school is chosen.
 */
addProfileFiles(PROFILE_FILES)
export * from './zhaojian'
