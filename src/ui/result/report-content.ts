import type { Check, Report } from '../../contract/report'
import type { Fact, Picture, ReportContent } from '../../report-file/content'
import { locale, profile, type ProducedPhoto } from '../../state/store'
import { isPending, summarise } from '../../report/summary'
import { formatValue } from '../../text'
import { explain } from '../../zhaojian'
import { getPageText } from '../text'
import { buildHeadline, getOverallVerdict } from './headline'
import { formatRange } from './format-range'

/** What is known only at the edge: pictures drawn, digests computed, the clock read. null: no digest without https. */
export interface ReportInputs {
  readonly pictures: readonly Picture[]
  readonly checked: { readonly name: string | null; readonly sha256: string | null }
  readonly made: { readonly file: ProducedPhoto; readonly sha256: string | null } | null
  readonly when: string
}

/** A report of one photo, in the words of the locale in use. */
export function buildReportContent(found: Report, { pictures, checked, made, when }: ReportInputs): ReportContent {
  const text = getPageText()
  const { toMend, unknown, mendedBySaving, groups } = summarise(found)
  const first = toMend.length ? toMend : unknown
  const { name, version, source } = profile.value
  const size = (bytes: number): string => formatValue(bytes, 'bytes', locale.value)
  const digest = (sha256: string | null): Fact => ({ label: text.report.sha256, value: sha256 ?? text.report.noSha256 })
  const own = found.source
  return {
    locale: locale.value,
    title: text.report.title,
    school: name[locale.value],
    facts: [
      { label: text.report.name, value: checked.name ?? text.report.noName },
      { label: text.report.photoSize, value: `${text.report.pixels(own.width, own.height)} · ${size(own.bytes)}` },
      { label: text.report.madeOn, value: when },
      { label: text.report.rules, value: text.report.rulesVersion(name[locale.value], version) },
      { label: text.report.source, value: `${source.title} · ${text.trust[source.trust]}` },
    ],
    verdict: { sign: getOverallVerdict(found), line: buildHeadline(found) },
    pictures,
    first: first.length
      ? {
          title: toMend.length ? text.firstFix : text.firstLook,
          items: first.map(check => explain(check, locale.value)),
        }
      : null,
    saving: mendedBySaving.length
      ? `${text.result.mendedBySaving(mendedBySaving.length)}${text.report.listed(mendedBySaving.map(check => explain(check, locale.value).title))}`
      : null,
    table: {
      title: text.allChecks,
      heads: {
        verdict: text.report.verdict,
        rule: text.report.rule,
        measured: text.measured,
        limit: text.limit,
        clause: text.clause,
      },
      groups: groups.map(({ id, checks }) => ({ title: text.group[id], rows: checks.map(buildRuleRow) })),
    },
    files: [
      {
        title: text.report.checkedFile,
        facts: [{ label: text.report.name, value: checked.name ?? text.report.noName }, digest(checked.sha256)],
      },
      ...(made
        ? [
            {
              title: text.report.producedFile,
              facts: [
                { label: text.report.name, value: made.file.fileName },
                {
                  label: text.report.photoSize,
                  value:
                    `${text.report.pixels(made.file.report.source.width, made.file.report.source.height)} · ` +
                    `${size(made.file.report.source.bytes)}`,
                },
                digest(made.sha256),
              ],
            },
          ]
        : []),
    ],
    closing: [text.report.onDevice, text.report.schoolDecides],
  }
}

function buildRuleRow(check: Check): ReportContent['table']['groups'][number]['rows'][number] {
  const text = getPageText()
  const { title, finding } = explain(check, locale.value)
  const limit = formatRange(check) ?? text.report.none
  return {
    verdict: check.verdict,
    word: isPending(check) ? text.pending : text.verdict[check.verdict],
    title,
    // Names and reasons are told by the finding; a bare number stands for itself.
    measured: typeof check.value === 'number' ? formatValue(check.value, check.unit, locale.value) : finding,
    limit: check.limits.level === 'required' ? limit : text.report.advised(limit),
    clause: check.clause || text.report.none,
  }
}
