import type { Check, Report } from '../../contract/report'
import type { Fact, Picture, ReportContent } from '../../report-file/content'
import { locale, profile, type ProducedPhoto } from '../../state/store'
import { isPending, summarise, type Summary } from '../../report/summary'
import { formatValue } from '../../text'
import { explain } from '../../zhaojian'
import { explainCheck } from '../common/explain-check'
import { getPageText } from '../text'
import { buildHeadline, getOverallVerdict } from './headline'
import { formatRange } from './format-range'

/** Inputs besides the report. A digest is null if the page is not served over https. */
export interface ReportInputs {
  readonly pictures: readonly Picture[]
  readonly checked: { readonly name: string | null; readonly sha256: string | null }
  readonly made: { readonly file: ProducedPhoto; readonly sha256: string | null } | null
  readonly when: string
}

/** The printable report of one photo, in the current language. */
export function buildReportContent(found: Report, inputs: ReportInputs): ReportContent {
  const text = getPageText()
  const summary = summarise(found)
  return {
    locale: locale.value,
    title: text.report.title,
    school: profile.value.name[locale.value],
    facts: listFacts(found, inputs),
    verdict: { sign: getOverallVerdict(found), line: buildHeadline(found) },
    pictures: inputs.pictures,
    first: buildFirstSteps(found, summary),
    saving: buildSavingLine(summary),
    table: buildTable(summary),
    files: listFiles(inputs),
    closing: [text.report.onDevice, text.report.schoolDecides],
  }
}

function listFacts({ source: photo }: Report, { checked, when }: ReportInputs): Fact[] {
  const { report: text, trust } = getPageText()
  const { name, version, source } = profile.value
  return [
    { label: text.name, value: checked.name ?? text.noName },
    { label: text.photoSize, value: describeSize(photo) },
    { label: text.madeOn, value: when },
    { label: text.rules, value: text.rulesVersion(name[locale.value], version) },
    { label: text.source, value: `${source.title} · ${trust[source.trust]}` },
  ]
}

function buildFirstSteps(found: Report, { toMend, unknown }: Summary): ReportContent['first'] {
  const text = getPageText()
  const first = toMend.length ? toMend : unknown
  if (!first.length) return null
  return {
    title: toMend.length ? text.firstFix : text.firstLook,
    items: first.map(check => explainCheck(check, found)),
  }
}

function buildSavingLine({ mendedBySaving }: Summary): string | null {
  const text = getPageText()
  if (!mendedBySaving.length) return null
  const titles = mendedBySaving.map(check => explain(check, locale.value).title)
  return text.result.mendedBySaving(mendedBySaving.length) + text.report.listed(titles)
}

function buildTable({ groups }: Summary): ReportContent['table'] {
  const text = getPageText()
  return {
    title: text.allChecks,
    heads: {
      verdict: text.report.verdict,
      rule: text.report.rule,
      measured: text.measured,
      limit: text.limit,
      clause: text.clause,
    },
    groups: groups.map(({ id, checks }) => ({ title: text.group[id], rows: checks.map(buildRuleRow) })),
  }
}

function listFiles({ checked, made }: ReportInputs): ReportContent['files'] {
  const text = getPageText().report
  const digest = (sha256: string | null): Fact => ({ label: text.sha256, value: sha256 ?? text.noSha256 })
  const checkedFile = {
    title: text.checkedFile,
    facts: [{ label: text.name, value: checked.name ?? text.noName }, digest(checked.sha256)],
  }
  if (!made) return [checkedFile]
  const producedFile = {
    title: text.producedFile,
    facts: [
      { label: text.name, value: made.file.fileName },
      { label: text.photoSize, value: describeSize(made.file.report.source) },
      digest(made.sha256),
    ],
  }
  return [checkedFile, producedFile]
}

/** The notice's own words in quotation marks, else a summary of them; in English a translation too. */
function describeClause({ id, clause }: Check): string {
  const text = getPageText()
  if (!clause) return text.report.none
  const limit = profile.value.checks[id]
  const translation = locale.value === 'en' ? limit?.clauseEn : undefined
  const told = limit?.quoted ? `“${clause}”` : `${text.summed}${clause}`
  return translation ? `${told} · ${translation}` : told
}

const describeSize = ({ width, height, bytes }: Report['source']): string =>
  `${getPageText().report.pixels(width, height)} · ${formatValue(bytes, 'bytes', locale.value)}`

function buildRuleRow(check: Check): ReportContent['table']['groups'][number]['rows'][number] {
  const text = getPageText()
  const { title, finding } = explain(check, locale.value)
  const limit = formatRange(check) ?? text.report.none
  return {
    verdict: check.verdict,
    word: isPending(check) ? text.pending : text.verdict[check.verdict],
    title,
    // Values that are not numbers are described by the finding.
    measured: typeof check.value === 'number' ? formatValue(check.value, check.unit, locale.value) : finding,
    limit: check.limits.level === 'required' ? limit : text.report.advised(limit),
    clause: describeClause(check),
  }
}
