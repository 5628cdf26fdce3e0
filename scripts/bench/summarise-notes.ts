import { COACH_STRETCHES, type CoachNote } from '../../tools/pictures/coach-film'

/** Milliseconds of each time that one stretch was on show. */
interface StretchFigures {
  readonly untilNamed: number[]
  readonly longestNotYet: number[]
  readonly longestNeither: number[]
  neverNamed: number
}

/** A note with the time at which the next one was made. */
type LastingNote = CoachNote & { readonly until: number }

/**
 * For each stretch: time until it was named, the longest time for which something was said that it is not (waiting
 * aside), and the longest for which something was said that neither it is nor the stretch before was.
 */
export function summariseNotes(notes: readonly CoachNote[]): Record<string, Record<string, string>> {
  const figures = COACH_STRETCHES.map((): StretchFigures => ({
    untilNamed: [],
    longestNotYet: [],
    longestNeither: [],
    neverNamed: 0,
  }))
  const starts = notes.flatMap((note, i) => (i > 0 && note.stretch !== notes[i - 1]!.stretch ? [i] : []))
  starts.slice(0, -1).forEach((start, nth) => {
    const lasting = notes
      .slice(start, starts[nth + 1]!)
      .map((note, i) => ({ ...note, until: notes[start + i + 1]!.at }))
    const figure = figures[notes[start]!.stretch]
    if (figure) addStretch(figure, lasting, notes[start - 1]!.stretch)
  })
  return Object.fromEntries(
    figures.map(({ untilNamed, longestNotYet, longestNeither, neverNamed }, i) => [
      COACH_STRETCHES[i]!.name,
      {
        'until named': formatMedianAndWorst(untilNamed),
        'longest not yet': formatMedianAndWorst(longestNotYet),
        'longest neither this nor before': formatMedianAndWorst(longestNeither),
        'never named': String(neverNamed),
        times: String(longestNotYet.length),
      },
    ]),
  )
}

/** What was said from the start of a stretch to its end. */
function addStretch(figures: StretchFigures, notes: readonly LastingNote[], stretchBefore: number): void {
  const first = notes[0]!
  const { expected } = COACH_STRETCHES[first.stretch]!
  const expectedBefore = COACH_STRETCHES[stretchBefore]?.expected
  const isWrong = ({ instruction }: CoachNote): boolean => !expected.test(instruction) && instruction !== 'wait'
  const named = notes.find(({ instruction }) => expected.test(instruction))
  if (named) figures.untilNamed.push(named.at - first.at)
  else figures.neverNamed++
  figures.longestNotYet.push(findLongest(notes, isWrong))
  figures.longestNeither.push(findLongest(notes, note => isWrong(note) && !expectedBefore?.test(note.instruction)))
}

/** The longest time for which the notes are without a break of this kind. */
function findLongest(notes: readonly LastingNote[], isOfKind: (note: LastingNote) => boolean): number {
  let longest = 0
  let current = 0
  for (const note of notes) {
    current = isOfKind(note) ? current + note.until - note.at : 0
    longest = Math.max(longest, current)
  }
  return longest
}

function formatMedianAndWorst(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.length ? `${sorted[sorted.length >> 1]!.toFixed(0)} / ${sorted.at(-1)!.toFixed(0)}` : '–'
}
