import type { Face, Scene } from '../../src/contract/scene'
import { LINEAR_BY_BYTE, toSrgbByte } from '../../src/lib/color'
import { distance, getPoint, getPoints, LINE, POINT } from '../../src/lib/landmarks'
import { createEllipse, forEachPixel, isInside } from '../../src/lib/polygon'
import { getOwnSkin } from '../../src/lib/skin'
import { median } from '../../src/lib/stats'

/** Changes the head patch's pixels (linear light, in place of bytes). */
function changeHead(
  scene: Scene,
  change: (data: Uint8ClampedArray, head: NonNullable<Scene['head']>, face: Face) => void,
): Scene {
  const head = scene.head!
  const data = Uint8ClampedArray.from(head.pixels.data)
  change(data, head, scene.face!)
  return { ...scene, head: { ...head, pixels: { ...head.pixels, data } } }
}

/**
 * Pupils as a flash lights them from behind: `radius` in radii of the iris, `red` 0..1 of full light in red, edges as
 * soft as a pixel of the photo.
 */
export function redden(scene: Scene, radius: number, red: number): Scene {
  return changeHead(scene, (data, head, face) => {
    for (const [iris, rim, eye] of [
      [POINT.RIGHT_IRIS, LINE.RIGHT_IRIS_RIM, LINE.RIGHT_EYE],
      [POINT.LEFT_IRIS, LINE.LEFT_IRIS_RIM, LINE.LEFT_EYE],
    ] as const) {
      const centre = getPoint(face, iris)
      const reach = radius * median(getPoints(face, rim).map(point => distance(point, centre)))
      const lids = getPoints(face, eye)
      forEachPixel(createEllipse(centre, reach + 2 / head.scale, reach + 2 / head.scale), head, (at, column, row) => {
        const point = { x: head.x + (column + 0.5) / head.scale, y: head.y + (row + 0.5) / head.scale }
        if (!isInside(lids, point)) return
        const share = Math.max(0, Math.min(1, (reach - distance(point, centre)) * head.scale + 0.5))
        const colour = [red, 0.16 * red, 0.14 * red]
        colour.forEach((value, k) => {
          const before = LINEAR_BY_BYTE[data[at + k]!]!
          // Catchlights stay white.
          if (before < 0.6) data[at + k] = toSrgbByte((1 - share) * before + share * value)
        })
      })
    }
  })
}

/** The face with skin of another colour (sRGB bytes) under the same light; its shades stay. */
export function tone(scene: Scene, [r, g, b]: readonly [number, number, number]): Scene {
  const skin = getOwnSkin(scene.face!, scene.head!)
  if (!skin) return scene
  const green = skin.luminance / (0.2126 * Math.exp(skin.redGreen) + 0.7152 + 0.0722 * Math.exp(skin.blueGreen))
  const own = [green * Math.exp(skin.redGreen), green, green * Math.exp(skin.blueGreen)]
  const factors = [r, g, b].map((value, k) => LINEAR_BY_BYTE[value]! / own[k]!)
  return changeHead(scene, (data, head, face) => {
    const features = [LINE.RIGHT_EYE, LINE.LEFT_EYE].map(line => getPoints(face, line))
    forEachPixel(getPoints(face, LINE.FACE_OVAL), head, (at, column, row) => {
      const point = { x: head.x + (column + 0.5) / head.scale, y: head.y + (row + 0.5) / head.scale }
      if (features.some(outline => isInside(outline, point))) return
      factors.forEach((factor, k) => (data[at + k] = toSrgbByte(LINEAR_BY_BYTE[data[at + k]!]! * factor)))
    })
  })
}
