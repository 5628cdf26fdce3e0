import type { BatchRow } from '../../src/contract/batch'
import { generateCsvLines, type CsvContent } from '../../src/delivery/csv'
import type { DeliveryFileText } from '../../src/delivery/delivery-file-text'
import { explain } from '../../src/report/explain'
import { deliverEn } from '../../src/ui/text/deliver.en'
import { deliverZhCN } from '../../src/ui/text/deliver.zh-CN'
import { en } from '../../src/ui/text/en'
import { zhCN } from '../../src/ui/text/zh-CN'
import { BATCH_PROFILE } from './batch-rows'
import { findFaults } from '../../src/report/faults'

/** The texts that the page passes to the batch's files, for tests without a page. */
export const getDeliveryWords = (locale: 'zh-CN' | 'en'): DeliveryFileText => {
  const text = locale === 'en' ? en : zhCN
  return { ...(locale === 'en' ? deliverEn : deliverZhCN), verdicts: text.verdict, failures: text.failureTitles }
}

export function buildCsv(
  rows: readonly BatchRow[],
  locale: 'zh-CN' | 'en' = 'zh-CN',
  inZip?: CsvContent['describeZipEntry'],
): string {
  return [
    ...generateCsvLines({
      rows,
      checkIds: Object.keys(BATCH_PROFILE.checks),
      findFaults,
      words: getDeliveryWords(locale),
      explain: check => explain(check, locale),
      ...(inZip && { describeZipEntry: inZip }),
    }),
  ].join('')
}
