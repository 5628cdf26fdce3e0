/**
 * AssemblyScript, compiled to WebAssembly with SIMD (build/models/kernel.ts); not TypeScript for the page. The inner
 * loops of resampling: a pixel is four floats (red, green, blue in linear light, and nothing). Memory is laid out by
 * the caller (src/lib/resampler.ts).
 */

/** RGBA bytes -> linear light by a table of 256 floats. */
export function toLinear(source: usize, pixels: i32, table: usize, out: usize): void {
  for (let i = 0; i < pixels; i++, source += 4, out += 16) {
    let pixel = f32x4.splat(load<f32>(table + ((<usize>load<u8>(source)) << 2)))
    pixel = f32x4.replace_lane(pixel, 1, load<f32>(table + ((<usize>load<u8>(source, 1)) << 2)))
    v128.store(out, f32x4.replace_lane(pixel, 2, load<f32>(table + ((<usize>load<u8>(source, 2)) << 2))))
  }
}

/** sums += weight * row, over `pixels` pixels. */
export function accumulate(row: usize, weight: f32, sums: usize, pixels: i32): void {
  const w = f32x4.splat(weight)
  for (let i = 0; i < pixels; i++, row += 16, sums += 16)
    v128.store(sums, f32x4.add(v128.load(sums), f32x4.mul(w, v128.load(row))))
}

/** The same for four rows with four f32 weights at once: reading and writing the sums costs more than the products. */
export function accumulateFour(a: usize, b: usize, c: usize, d: usize, weights: usize, sums: usize, pixels: i32): void {
  const wa = f32x4.splat(load<f32>(weights)),
    wb = f32x4.splat(load<f32>(weights, 4)),
    wc = f32x4.splat(load<f32>(weights, 8)),
    wd = f32x4.splat(load<f32>(weights, 12))
  for (let at: usize = 0; at < (<usize>pixels) << 4; at += 16) {
    const ab = f32x4.add(f32x4.mul(wa, v128.load(a + at)), f32x4.mul(wb, v128.load(b + at)))
    const cd = f32x4.add(f32x4.mul(wc, v128.load(c + at)), f32x4.mul(wd, v128.load(d + at)))
    v128.store(sums + at, f32x4.add(v128.load(sums + at), f32x4.add(ab, cd)))
  }
}

/**
 * One row sideways: output pixel x is the sum of `taps` pixels from first[x] (i32) on, weighed by its own `taps`
 * weights (f32), as RGBA bytes. `bytes`: sRGB byte by the square root of linear light in `steps` steps.
 */
export function across(
  line: usize,
  first: usize,
  weights: usize,
  taps: i32,
  bytes: usize,
  steps: f32,
  out: usize,
  pixels: i32,
): void {
  const zero = f32x4.splat(0),
    one = f32x4.splat(1),
    scale = f32x4.splat(steps),
    half = f32x4.splat(0.5)
  for (let x = 0; x < pixels; x++, first += 4, out += 4) {
    let sum = zero
    let from = line + ((<usize>load<i32>(first)) << 4)
    for (let tap = 0; tap < taps; tap++, from += 16, weights += 4)
      sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(weights), v128.load(from)))
    const step = i32x4.trunc_sat_f32x4_s(
      f32x4.add(f32x4.mul(f32x4.sqrt(f32x4.max(zero, f32x4.min(one, sum))), scale), half),
    )
    store<u8>(out, load<u8>(bytes + <usize>i32x4.extract_lane(step, 0)))
    store<u8>(out, load<u8>(bytes + <usize>i32x4.extract_lane(step, 1)), 1)
    store<u8>(out, load<u8>(bytes + <usize>i32x4.extract_lane(step, 2)), 2)
    store<u8>(out, 255, 3)
  }
}
