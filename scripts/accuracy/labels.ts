import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** One labelled portrait: column name -> '0' | '1' | '2' | 'p' (can't tell, not scored). */
export interface LabelledPortrait {
  readonly file: string
  readonly labels: Readonly<Record<string, string>>
}

/**
 * The folder's labels.csv, and what this project labelled besides (scripts/accuracy/labels/<the folder's name>.csv:
 * reflections and frames, twice, independently, by eye; 'p' where the two differ).
 */
export function readLabels(folder: string): LabelledPortrait[] {
  const own = new URL(`labels/${basename(folder)}.csv`, import.meta.url)
  const besides = new Map(existsSync(own) ? readCsv(own).map(({ file, labels }) => [file, labels]) : [])
  return readCsv(join(folder, 'labels.csv')).map(({ file, labels }) => ({
    file,
    labels: { ...besides.get(file), ...labels },
  }))
}

function readCsv(path: string | URL): LabelledPortrait[] {
  const [head, ...rows] = readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map(line => line.split(','))
  return rows.map(row => ({ file: row[0]!, labels: Object.fromEntries(head!.map((name, i) => [name, row[i] ?? 'p'])) }))
}

export interface Question {
  /** What is asked, as printed; both sides of a part have one name and are counted together. */
  readonly name: string
  readonly check: string
  readonly column: string
  /** Labels that mean the defect is there; every other label but 'p' means it is not. */
  readonly defectLabels: readonly string[]
  /** True when the check says that the defect is there, false when it says that it is not, null when it can't tell. */
  readonly readAnswer: (check: { verdict: string; value: unknown }) => boolean | null
  /** Whether the check's score is a likelihood of this very defect. */
  readonly isScored: boolean
}

const readTinted: Question['readAnswer'] = ({ verdict, value }) => (verdict === 'unknown' ? null : value === 'tinted')
const readFailed: Question['readAnswer'] = check => (check.verdict === 'unknown' ? null : check.verdict === 'fail')

/** Labels speak of the picture's sides; left and right of a check are the subject's own. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'ear hidden',
    check: 'ears.right',
    column: 'ear_image_left',
    defectLabels: ['0'],
    readAnswer: readFailed,
    isScored: true,
  },
  {
    name: 'ear hidden',
    check: 'ears.left',
    column: 'ear_image_right',
    defectLabels: ['0'],
    readAnswer: readFailed,
    isScored: true,
  },
  {
    name: 'eyebrow covered',
    check: 'eyebrows.right',
    column: 'brow_image_left',
    defectLabels: ['0'],
    readAnswer: readFailed,
    isScored: true,
  },
  {
    name: 'eyebrow covered',
    check: 'eyebrows.left',
    column: 'brow_image_right',
    defectLabels: ['0'],
    readAnswer: readFailed,
    isScored: true,
  },
  {
    name: 'glasses worn',
    check: 'glasses.kind',
    column: 'glasses',
    defectLabels: ['1', '2'],
    readAnswer: ({ verdict, value }) => (verdict === 'unknown' ? null : value !== 'none'),
    isScored: true,
  },
  {
    name: 'glasses tinted',
    check: 'glasses.kind',
    column: 'glasses',
    defectLabels: ['2'],
    readAnswer: readTinted,
    isScored: false,
  },
  {
    name: 'glare on lenses',
    check: 'glasses.glare',
    column: 'reflection',
    defectLabels: ['1'],
    readAnswer: readFailed,
    isScored: true,
  },
  {
    name: 'frame over an eye',
    check: 'glasses.frame',
    column: 'frame',
    defectLabels: ['1'],
    readAnswer: readFailed,
    isScored: true,
  },
  // Drawn covers know their truth; these say what is seen by eyes that do not know it (training/held_out.py).
  {
    name: 'glasses tinted, by eye',
    check: 'glasses.kind',
    column: 'tint_by_eye',
    defectLabels: ['1'],
    readAnswer: readTinted,
    isScored: false,
  },
  {
    name: 'glare on lenses, by eye',
    check: 'glasses.glare',
    column: 'reflection_by_eye',
    defectLabels: ['1'],
    readAnswer: readFailed,
    isScored: true,
  },
  {
    name: 'frame over an eye, by eye',
    check: 'glasses.frame',
    column: 'frame_by_eye',
    defectLabels: ['1'],
    readAnswer: readFailed,
    isScored: true,
  },
  {
    name: 'mouth open or teeth',
    check: 'mouth.gap',
    column: 'mouth',
    defectLabels: ['1'],
    readAnswer: readFailed,
    isScored: true,
  },
  {
    name: 'head covered',
    check: 'headwear.worn',
    column: 'hat',
    defectLabels: ['1'],
    readAnswer: readFailed,
    isScored: true,
  },
]
