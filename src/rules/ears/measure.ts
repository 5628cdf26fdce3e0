import type { Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import type { Point } from '../../contract/space'
import { faceWidth, pointOf } from '../../lib/landmarks'
import { logistic } from '../../lib/logistic'
import { lookAt, lookDistance, lookOf } from '../../lib/look'
import { hairRegion, personAt, SURE_PERSON } from '../../lib/own-hair'
import { eachPixel } from '../../lib/polygon'
import { skinPolygon } from '../../lib/skin'

/** The face's edge beside the ear from the temple to the jaw, top to bottom; subject's own sides. */
const EDGE = { right: [127, 234, 93, 132], left: [356, 454, 323, 361] } as const
/** An ear stands this far out from the face's edge, share of the face's width. */
const FROM = 0.015, TO = 0.115
const MOST_YAW = 14
const LEAST_FACE_WIDTH = 70

/** Skin in the window of an ear that is as likely seen as hidden, and how quickly that turns: npm run accuracy over portraits labelled by eye. */
const MIDDLE = 0.26, WIDTH = 0.06
/** Share of the window that a wholly visible ear fills with skin. */
const FULL = 0.6
/** A pixel this far from the cheek is neither skin nor anything near it (clothes, an earring, the wall). */
const MOST_UNLIKE = 1.2
/** The mask's edge runs along the ear: less than this confidence (0..255) is wall. */
const LEAST_PERSON = 100
/** Hair and skin closer than this are not told apart by colour. */
const LEAST_APART = 0.2
/** Likelihoods between these are not told. Colour beside the face alone separates ears at 15-30 % equal error. */
const SURE_VISIBLE = 0.25, SURE_HIDDEN = 0.93

/** The strip beside the face where the ear is: outward along the line from cheek to cheek. */
export function earWindow(face: NonNullable<Scene['face']>, side: 'left' | 'right'): Point[] {
  const [right, left] = [pointOf(face, 234), pointOf(face, 454)]
  const width = faceWidth(face)
  const sign = side === 'left' ? 1 : -1
  const out = { x: sign * (left.x - right.x) / width, y: sign * (left.y - right.y) / width }
  const edge = EDGE[side].map(index => pointOf(face, index))
  const moved = (share: number): Point[] => edge.map(({ x, y }) => ({ x: x + out.x * share * width, y: y + out.y * share * width }))
  return [...moved(FROM), ...moved(TO).reverse()]
}

/** How much of an ear shows: the person's pixels beside the face's edge that look more like this person's own cheek than like their own hair. */
export function earVisible(scene: Scene, side: 'left' | 'right'): Reading {
  const { face, head, width, height } = scene
  const window = earWindow(face!, side)
  const regions = [window]
  if (faceWidth(face!) * head!.scale < LEAST_FACE_WIDTH) return { unknown: 'too-small', regions }
  // This side's cheek: light from the other side darkens cheek and ear alike.
  const skin = lookOf([skinPolygon(face!, side === 'left' ? 'leftCheek' : 'rightCheek')], head!, () => true)
  if (!skin) return { unknown: 'too-small', regions }
  if (window.some(({ x, y }) => x < 0 || y < 0 || x > width || y > height)) return { unknown: 'cut-off', regions }
  const hair = lookOf([hairRegion(face!)], head!, (column, row) => personAt(scene, column, row) > SURE_PERSON)
  // Bald, or hair of the skin's own colour and brightness: only likeness to the skin is left to go by.
  const isApart = hair !== null && lookDistance(hair, skin) > LEAST_APART
  let all = 0
  let seen = 0
  eachPixel(window, head!, (at, column, row) => {
    all++
    if (personAt(scene, column, row) <= LEAST_PERSON) return
    const look = lookAt(head!.pixels.data, at)
    const toSkin = lookDistance(look, skin)
    if (isApart ? toSkin < MOST_UNLIKE && toSkin < lookDistance(look, hair) : toSkin < MOST_UNLIKE / 2) seen++
  })
  const share = all ? seen / all : 0
  const score = 1 - logistic(share, MIDDLE, WIDTH)
  // The ear on the far side of a turned head is hidden by the head itself.
  const turnedAway = side === 'left' ? face!.pose.yaw > MOST_YAW : face!.pose.yaw < -MOST_YAW
  if (turnedAway) return { unknown: 'turned', score, regions }
  if (score > SURE_VISIBLE && score < SURE_HIDDEN) return { unknown: 'ambiguous', score, regions }
  return { value: Math.min(1, share / FULL), score, regions }
}
