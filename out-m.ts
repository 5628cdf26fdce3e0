import sharp from 'sharp'
for (const [w, names] of [[360, ['cam-start','cam','refused','fault','plain','unknown'].map(n => `${n}-360-zh-CN-light`)], [1280, ['cam-start','cam','refused','fault','plain','unknown'].map(n => `${n}-1280-en-dark`)]] as const) {
  const cell = w === 360 ? 330 : 640, h = w === 360 ? 1500 : 640
  const per = w === 360 ? 6 : 3
  const parts = await Promise.all(names.map(async n => sharp(`/tmp/shots-embed/${n}.png`).resize({ width: cell, height: h, fit: 'inside' }).extend({ right: 8, bottom: 8, background: '#f0f' }).png().toBuffer()))
  await sharp({ create: { width: per * (cell + 8), height: Math.ceil(names.length / per) * (h + 8), channels: 3, background: '#888' } }).composite(parts.map((input, i) => ({ input, left: (i % per) * (cell + 8), top: Math.floor(i / per) * (h + 8) }))).png().toFile(`/tmp/shots-embed/all-${w}.png`)
}
