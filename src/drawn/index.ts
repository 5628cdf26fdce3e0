export { composePortrait } from './compose'
export { SKIN_TONES, type PortraitOptions } from './options'
export { drawPerson, drawPortrait } from './portrait'
export { truthOf, type PortraitTruth } from './truth'
