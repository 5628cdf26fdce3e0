// Replaces workers/pool-worker.js in `npm run bench:rows`, speaking comlink's wire protocol: answers at once with a
// report made up from the file's name.
// LIMITS, the profile's checks, is prepended.
/* global LIMITS */
const THUMBNAIL = new OffscreenCanvas(180, 240)
const context = THUMBNAIL.getContext('2d')
let picture

function reportOf(file) {
  let seed = [...file.name].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) >>> 0, 7)
  const chance = () => (seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32
  const clean = chance() < 0.4
  const checks = Object.entries(LIMITS).map(([id, { min, max, oneOf, level, clause }]) => {
    const draw = clean ? 1 : chance()
    const verdict = draw < 0.06 ? 'fail' : draw < 0.1 ? 'unknown' : 'pass'
    return {
      id,
      verdict,
      reason: verdict === 'unknown' ? 'ambiguous' : null,
      value: verdict === 'unknown' ? null : oneOf ? oneOf[0] : (max ?? min ?? 1) * chance(),
      unit: 'ratio',
      limits: {
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
        ...(oneOf ? { oneOf } : {}),
        level,
      },
      score: null,
      regions: chance() < 0.2 ? [Array.from({ length: 40 }, () => ({ x: 1000 * chance(), y: 1000 * chance() }))] : [],
      clause,
    }
  })
  const required = checks.filter(({ limits }) => limits.level === 'required')
  const verdict = required.some(one => one.verdict === 'fail')
    ? 'fail'
    : required.some(one => one.verdict === 'unknown')
      ? 'unknown'
      : 'pass'
  return {
    schema: 'zhaojian-report/1',
    profile: { id: 'hanjiang-2025', version: '1' },
    source: { name: file.name, bytes: file.size, type: 'image/jpeg', width: 480, height: 640, orientation: 1 },
    verdict,
    checks,
    crop: { x: 0, y: 0, width: 480, height: 640, outputWidth: 480, outputHeight: 640 },
    timings: { total: 1 },
  }
}

self.onmessage = async ({ data: { id, type, path, argumentList } }) => {
  if (type !== 'APPLY') return
  if (path[0] === 'load') {
    context.fillStyle = '#64c5ff'
    context.fillRect(0, 0, 180, 240)
    picture = await THUMBNAIL.convertToBlob({ type: 'image/jpeg' })
  }
  self.postMessage({
    id,
    type: 'RAW',
    value: path[0] === 'check' ? { report: reportOf(argumentList[0].value), thumbnail: picture } : undefined,
  })
}
