import { describe, expect, it } from 'vitest'
import type { FileFacts } from '../contract/file-facts'
import { getProfile } from '../profiles'
import { isFileOnly, summarise } from '../report/summary'
import { inspectFile } from './inspect-file'

const FACTS: FileFacts = {
  name: 'a.jpg',
  bytes: 300_000,
  type: 'image/jpeg',
  storedWidth: 2000,
  storedHeight: 1500,
  orientation: 6,
  animated: false,
  bitDepth: 8,
  channels: 3,
  colourSpace: 'srgb',
  density: { x: 72, y: 72 },
  jpeg: { quality: 92, progressive: false, subsampling: '2x2 1x1 1x1' },
  identifying: ['gps'],
  software: null,
}
const profile = getProfile('hanjiang-2025')
const inspect = (facts: Partial<FileFacts>): ReturnType<typeof inspectFile> =>
  inspectFile({ ...FACTS, ...facts }, profile)

describe('the verdict of a file alone', () => {
  it('tells what the bytes say, upright, and leaves the rest open', () => {
    const report = inspect({})
    const told = Object.fromEntries(report.checks.map(({ id, verdict, reason }) => [id, reason ?? verdict]))
    expect(told).toMatchObject({
      'file.format': 'pass',
      'file.width': 'fail',
      'file.quality': 'pass',
      'file.metadata': 'warn',
      'file.framing': 'pending',
      'pose.yaw': 'pending',
      'ears.left': 'pending',
    })
    expect(report.source).toMatchObject({ width: 1500, height: 2000, name: 'a.jpg' })
    expect(report.checks.map(({ id }) => id)).toEqual(Object.keys(profile.checks))
    expect(isFileOnly(report)).toBe(true)
  })

  it('counts as a fault only what no crop mends: too few pixels', () => {
    expect(summarise(inspect({})).toMend).toEqual([])
    const small = summarise(inspect({ storedWidth: 400, storedHeight: 300 }))
    expect(small.toMend.map(({ id }) => id)).toEqual(['file.width', 'file.height'])
  })

  it('is no verdict of the file alone once anything else is told', () => {
    const report = inspect({})
    const checks = report.checks.map(check => (check.id === 'pose.yaw' ? { ...check, reason: null } : check))
    expect(isFileOnly({ checks })).toBe(false)
  })
})
