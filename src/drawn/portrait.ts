import { CLAUSE_FRAME } from '../contract/space'
import { drawClothes } from './clothes'
import { drawEars, buildFaceGradients, drawFeatures, drawHead } from './face'
import { drawGlasses } from './glasses'
import { drawHairBehind, buildHairGradient, drawHairInFront } from './hair'
import { BASE_HEAD, type PortraitOptions } from './options'

export const DEFAULT_SIZE_PX = { width: 960, height: 1280 } as const
export const DEFAULT_WALL_COLOUR = '#64C5FF'

/** Scale and shift, px of the clause frame, that bring the head as drawn to the framing that was asked for. */
export function getFraming({ framing = {} }: PortraitOptions): { scale: number; x: number; y: number } {
  const scale = (framing.faceWidth ?? BASE_HEAD.faceWidth) / BASE_HEAD.faceWidth
  return {
    scale,
    x: 240 + (framing.centre ?? 0) - scale * BASE_HEAD.centre,
    y: (framing.eyeLine ?? BASE_HEAD.eyeLine) - scale * BASE_HEAD.eyeLine,
  }
}

/** Only the person, on nothing: light, wall, blur and grain are added to its pixels (compose.ts). SVG text. */
export function drawPerson(options: PortraitOptions = {}): string {
  return buildSvg(options, '')
}

/** A whole portrait on a plain wall. Without options it meets every rule of hanjiang-2025. SVG text. */
export function drawPortrait(options: PortraitOptions = {}): string {
  return buildSvg(
    options,
    `<rect x="-2000" y="-2000" width="6000" height="6000" fill="${options.wall?.colour ?? DEFAULT_WALL_COLOUR}"/>`,
  )
}

const FACE_MASK =
  '<path d="M150,292 Q240,268 330,292 C330,350 300,398 240,404 C180,398 150,350 150,292 Z" ' +
  'fill="#9fd0e8" stroke="#7fb4d0" stroke-width="2"/>'

function buildSvg(options: PortraitOptions, wall: string): string {
  const { width = DEFAULT_SIZE_PX.width, height = DEFAULT_SIZE_PX.height, roll = 0, yaw = 0, mask = false } = options
  const { scale, x, y } = getFraming(options)
  // Features sit on a round head: turned, they move as the sine of the angle, and come closer together on the far side.
  const turn = Math.sin((yaw * Math.PI) / 180)
  const shift =
    `translate(${(240 + 62 * turn).toFixed(2)} 0) scale(${Math.cos((yaw * Math.PI) / 180).toFixed(4)} 1) ` +
    'translate(-240 0)'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"
  viewBox="0 0 ${CLAUSE_FRAME.width} ${CLAUSE_FRAME.height}" preserveAspectRatio="xMidYMid slice">
  <defs>${buildFaceGradients(options)}${buildHairGradient(options)}</defs>${wall}
  <g transform="translate(${x} ${y}) scale(${scale})">
    <g transform="rotate(${roll} 240 420)">${drawHairBehind(options)}</g>
    ${drawClothes(options)}
    <g transform="rotate(${roll} 240 420)">${drawEars(options)}${drawHead()}
      <g transform="${shift}">${drawFeatures(options)}${mask ? FACE_MASK : ''}</g>
      ${drawHairInFront(options)}<g transform="${shift}">${drawGlasses(options)}</g></g>
  </g></svg>`
}
