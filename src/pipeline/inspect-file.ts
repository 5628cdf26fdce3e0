import type { FileFacts } from '../contract/file-facts'
import type { Profile } from '../contract/profile'
import type { Reading } from '../contract/reading'
import type { Report } from '../contract/report'
import type { Readings } from '../contract/rule'
import type { Scene } from '../contract/scene'
import { createPendingReadings, EMPTY_PATCH, getUnit, measureAll, RULES } from '../rules/index'
import { judge } from '../verdict/judge'
import { createReport } from './create-report'

/** EXIF orientations that turn the picture by a quarter. */
const isQuarterTurn = (orientation: number): boolean => orientation >= 5

/**
 * Report of what a file's own bytes say, before any model has looked at its pixels: the checks of everything else are
 * unknown with reason 'pending', those of the file that need the crop as well.
 */
export function inspectFile(facts: FileFacts, profile: Profile): Report {
  const { storedWidth, storedHeight, orientation } = facts
  const [width, height] = isQuarterTurn(orientation) ? [storedHeight, storedWidth] : [storedWidth, storedHeight]
  const { name, bytes, type } = facts
  return createReport({
    profile,
    source: { ...(name === undefined ? {} : { name }), bytes, type, width, height, orientation },
    judged: judge(readFileOnly(facts, { width, height }), profile, getUnit),
    plan: null,
    timings: {},
  })
}

function readFileOnly(file: FileFacts, { width, height }: { width: number; height: number }): Readings {
  const scene: Scene = {
    width,
    height,
    file,
    faceCount: null,
    face: null,
    person: null,
    parts: null,
    partsAbsent: 'pending',
    whole: EMPTY_PATCH,
    head: null,
  }
  const fileRules = [...RULES.values()].filter(({ needs }) => needs.every(need => need === 'file') && needs.length)
  const told = Object.entries(measureAll(scene, null, undefined, fileRules)).map(([id, reading]) => [
    id,
    isForLackOfCrop(reading) ? ({ unknown: 'pending' } as const) : reading,
  ])
  const pending = Object.keys(createPendingReadings()).map(id => [id, { unknown: 'pending' } as const])
  return Object.fromEntries([...pending, ...told]) as Readings
}

const isForLackOfCrop = (reading: Reading): boolean => 'unknown' in reading && reading.unknown === 'no-crop'
