import type { CropPlan } from '../../contract/crop'
import type { Lab, Reading } from '../../contract/reading'
import type { Scene } from '../../contract/scene'
import { findBackgroundCells, type BackgroundCells } from '../../lib/background-cells'
import { ciede2000 } from '../../lib/ciede2000'
import { createRectangle } from '../../lib/polygon'
import { fitSmoothSurface } from '../../lib/smooth-surface'
import { median, quantile } from '../../lib/stats'
import { readFrame } from './frame'

export type BackgroundQuantity = 'colour' | 'evenness' | 'clutter' | 'frame'

/** Cells further than this (CIEDE2000) from the wall's fitted smooth surface are clutter; noise adds to it. */
const MAX_WALL_DEPARTURE_DELTA_E = 3.5
/** Threshold widening: this many standard deviations of a cell's noise. */
const NOISE_FACTOR = 3
/** Noise (L* per pixel) of a plain wall plus camera noise at most; a higher value is a pattern. */
const MAX_NOISE = 6

/** Colour of the wall, its largest smooth deviation, and the share of its area that is clutter. */
export function measureBackground(scene: Scene, plan: CropPlan | null): Record<BackgroundQuantity, Reading> {
  const background = findBackgroundCells(scene, plan)
  if (!background)
    return {
      colour: { unknown: 'no-background' },
      evenness: { unknown: 'no-background' },
      clutter: { unknown: 'no-background' },
      frame: readFrame(scene, plan, null),
    }
  const { cells, strangers } = background
  const samples = cells.map(({ lab, column, row }) => ({ lab, u: column / 36 - 1, v: row / 48 - 1 }))
  const surface = fitSmoothSurface(samples)
  const smooth = samples.map(({ u, v }) => surface(u, v))
  // Averaging the 36 or more pixels of a cell divides the noise by 6.
  const threshold = MAX_WALL_DEPARTURE_DELTA_E + (NOISE_FACTOR * Math.min(background.noise, MAX_NOISE)) / 6
  const isClutter = cells.map(({ lab }, i) => ciede2000(lab, smooth[i]!) > threshold)
  const wall = smooth.filter((_, i) => !isClutter[i])
  const middle = medianLab(wall.length ? wall : smooth)
  const departures = smooth.map(lab => ciede2000(lab, middle))
  const clutterCells = [...cells.filter((_, i) => isClutter[i]), ...strangers]
  return {
    colour: { colour: middle },
    evenness: {
      value: quantile(wall.length ? departures.filter((_, i) => !isClutter[i]) : departures, 0.995),
      regions: findExtremeRegions(
        background,
        departures.map((departure, i) => (isClutter[i] ? 0 : departure)),
      ),
    },
    clutter: {
      value: clutterCells.length / (cells.length + strangers.length),
      regions: toRegions(background, clutterCells),
    },
    frame: readFrame(scene, plan, { background, smooth }),
  }
}

function medianLab(labs: readonly Lab[]): Lab {
  return { L: median(labs.map(({ L }) => L)), a: median(labs.map(({ a }) => a)), b: median(labs.map(({ b }) => b)) }
}

/** The tenth of the wall that deviates most, as runs of cells. */
function findExtremeRegions(background: BackgroundCells, departures: readonly number[]): { x: number; y: number }[][] {
  const cut = Math.max(2, quantile(departures, 0.9))
  return toRegions(
    background,
    background.cells.filter((_, i) => departures[i]! >= cut),
  )
}

/** Joins adjacent cells of a row into rectangles, source pixels. */
function toRegions(
  { side, x, y }: BackgroundCells,
  cells: readonly { readonly column: number; readonly row: number }[],
): { x: number; y: number }[][] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column)
  const regions: { x: number; y: number }[][] = []
  for (let i = 0; i < sorted.length;) {
    let end = i + 1
    while (
      end < sorted.length &&
      sorted[end]!.row === sorted[i]!.row &&
      sorted[end]!.column === sorted[end - 1]!.column + 1
    )
      end++
    regions.push(createRectangle(x + sorted[i]!.column * side, y + sorted[i]!.row * side, (end - i) * side, side))
    i = end
  }
  return regions
}
