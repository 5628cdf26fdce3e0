export { composePortrait } from './compose'
export { SKIN_TONES, type PortraitOptions } from './options'
export { drawPerson, drawPortrait } from './portrait'
export { getPortraitTruth, type PortraitTruth } from './truth'
