import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { LOOK_QUESTIONS } from './look-questions'
import type { Question } from './question'

/** A labelled portrait: column name -> '0' | '1' | '2' | 'd' | 'b' | 'p' (unclear, not scored). */
export interface LabelledPortrait {
  readonly file: string
  readonly labels: Labels
}
type Labels = Readonly<Record<string, string>>

/**
 * The folder's labels.csv and labels-look.csv (one of them at least), plus this project's own labels
 * (scripts/accuracy/labels/<the folder's name>.csv, labelled twice independently by eye; 'p' where the two differ).
 */
export function readLabels(folder: string): LabelledPortrait[] {
  const labels = new Map<string, Labels>()
  const sources = [
    new URL(`labels/${basename(folder)}.csv`, import.meta.url),
    join(folder, 'labels-look.csv'),
    join(folder, 'labels.csv'),
  ]
  for (const source of sources.filter(path => existsSync(path)))
    for (const portrait of readCsv(source))
      labels.set(portrait.file, { ...labels.get(portrait.file), ...portrait.labels })
  return [...labels].map(([file, values]) => ({ file, labels: { ...values, background: joinBackground(values) } }))
}

/** One check tells objects and shadows on the wall: '1' with either, '0' with neither. */
function joinBackground({ background_clutter: clutter = 'p', background_shadow: shadow = 'p' }: Labels): string {
  return clutter === '1' || shadow === '1' ? '1' : clutter === '0' && shadow === '0' ? '0' : 'p'
}

function readCsv(path: string | URL): LabelledPortrait[] {
  const [head, ...rows] = readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map(line => line.split(','))
  return rows.map(row => ({ file: row[0]!, labels: Object.fromEntries(head!.map((name, i) => [name, row[i] ?? 'p'])) }))
}

const readTinted: Question['readAnswer'] = ({ verdict, value }) => (verdict === 'unknown' ? null : value === 'tinted')
const readFailed: Question['readAnswer'] = check => (check.verdict === 'unknown' ? null : check.verdict === 'fail')

/** Labels use the picture's left and right, checks the subject's. */
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
  // Drawn coverings have known ground truth; these are labelled by eye without knowing it (training/held_out.py).
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
  ...LOOK_QUESTIONS,
]
