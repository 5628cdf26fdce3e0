import { CLAUSE_FRAME } from '../contract/space'
import { clothes } from './clothes'
import { ears, faceDefinitions, features, headShape } from './face'
import { glasses } from './glasses'
import { hairBehind, hairDefinitions, hairInFront } from './hair'
import { BASE, type PortraitOptions } from './options'

export const DEFAULT_SIZE = { width: 960, height: 1280 } as const
export const DEFAULT_WALL = '#64C5FF'

/** Scale and shift, px of the clause frame, that bring the head as drawn to the framing that was asked for. */
export function framingOf({ framing = {} }: PortraitOptions): { scale: number; x: number; y: number } {
  const scale = (framing.faceWidth ?? BASE.faceWidth) / BASE.faceWidth
  return {
    scale,
    x: 240 + (framing.centre ?? 0) - scale * BASE.centre,
    y: (framing.eyeLine ?? BASE.eyeLine) - scale * BASE.eyeLine,
  }
}

/** Only the person, on nothing: light, wall, blur and grain are added to its pixels (compose.ts). SVG text. */
export function drawPerson(options: PortraitOptions = {}): string {
  return svg(options, '')
}

/** A whole portrait on a plain wall. Without options it meets every rule of hanjiang-2025. SVG text. */
export function drawPortrait(options: PortraitOptions = {}): string {
  return svg(
    options,
    `<rect x="-2000" y="-2000" width="6000" height="6000" fill="${options.wall?.colour ?? DEFAULT_WALL}"/>`,
  )
}

function svg(options: PortraitOptions, wall: string): string {
  const { width = DEFAULT_SIZE.width, height = DEFAULT_SIZE.height, roll = 0, yaw = 0, mask = false } = options
  const { scale, x, y } = framingOf(options)
  // Features sit on a round head: turned, they move as the sine of the angle, and come closer together on the far side.
  const turn = Math.sin((yaw * Math.PI) / 180)
  const shift =
    `translate(${(240 + 62 * turn).toFixed(2)} 0) scale(${Math.cos((yaw * Math.PI) / 180).toFixed(4)} 1) ` +
    'translate(-240 0)'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${CLAUSE_FRAME.width} ${CLAUSE_FRAME.height}" preserveAspectRatio="xMidYMid slice">
  <defs>${faceDefinitions(options)}${hairDefinitions(options)}</defs>${wall}
  <g transform="translate(${x} ${y}) scale(${scale})">
    <g transform="rotate(${roll} 240 420)">${hairBehind(options)}</g>
    ${clothes(options)}
    <g transform="rotate(${roll} 240 420)">${ears(options)}${headShape()}
      <g transform="${shift}">${features(options)}${mask ? '<path d="M150,292 Q240,268 330,292 C330,350 300,398 240,404 C180,398 150,350 150,292 Z" ' + 'fill="#9fd0e8" stroke="#7fb4d0" stroke-width="2"/>' : ''}</g>
      ${hairInFront(options)}<g transform="${shift}">${glasses(options)}</g></g>
  </g></svg>`
}
