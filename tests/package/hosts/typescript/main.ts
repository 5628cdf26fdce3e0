import { createChecker, explain, PhotoError, type Report } from 'zhaojian'
import 'zhaojian/embed'
import type { SentReport, ZhaojianElement } from 'zhaojian/embed'

const element: ZhaojianElement = document.querySelector('zhaojian-check')!
element.profile = { schema: 'zhaojian-profile/1' }
element.mode = 'photo'
element.addEventListener('report', event => {
  const report: SentReport = event.detail.report
  console.log(report.verdict, event.detail.report.checks[0]?.level)
})
element.addEventListener('error', event => console.log(event.detail.code))
element.addEventListener('click', event => console.log(event.clientX))
element.close()
// @ts-expect-error There is no such mode.
element.mode = 'film'
// @ts-expect-error The detail of `ready` has no report.
element.addEventListener('ready', event => event.detail.report)

export async function findFaults(photo: Blob): Promise<string[]> {
  const checker = await createChecker({ assets: '/zhaojian/', locale: 'en' })
  try {
    const report: Report = await checker.check(photo)
    return report.checks.filter(({ verdict }) => verdict === 'fail').map(check => explain(check, 'en').advice)
  } catch (error) {
    if (error instanceof PhotoError && error.code === 'assets-missing') return [error.message]
    throw error
  } finally {
    checker.close()
  }
}
