import { readdirSync, readFileSync } from 'node:fs'

/**
 * Bytes of private memory of this process's browser: its processes of one `--type` (renderer, gpu-process), or all by
 * default. Private, because shared pages depend on other processes. Linux only (/proc).
 */
export function readBrowserMemory(type?: string): number {
  let bytes = 0
  for (const pid of findDescendants()) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1')
      if (!/chrom/.test(command) || (type !== undefined && !command.includes(`--type=${type}`))) continue
      for (const [, kilobytes] of readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1').matchAll(
        /^Private_\w+:\s+(\d+)/gm,
      ))
        bytes += 1024 * Number(kilobytes)
    } catch {
      /* the process has ended */
    }
  }
  return bytes
}

/** All descendant processes of this one. */
function findDescendants(): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'latin1'))?.[1]))
    } catch {
      /* the process has ended */
    }
  }
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === process.pid || isOurs(parents.get(pid)))
  return [...parents.keys()].filter(pid => pid !== process.pid && isOurs(pid))
}
