/**
 * Tells the death of a worker that says nothing. A browser reports a script that throws, but not a worker that was
 * ended from outside (a phone short of memory, a task manager): its calls would wait for their timeout. A worker that
 * lives holds a Web Lock; whoever waits for that lock gets it in the moment the worker is gone.
 */
export function createLockName(): string {
  return `zhaojian-${crypto.randomUUID?.() ?? Math.random()}`
}

/** In the worker: holds on for as long as it lives. */
export async function holdWorkerLock(name: string): Promise<void> {
  // Without locks (plain http) only the timeout tells.
  if (!navigator.locks) return
  await new Promise<void>(held => {
    void navigator.locks.request(name, () => {
      held()
      return new Promise(() => {})
    })
  })
}

/** On the page, once the worker holds it: has the worker's death reported as any other error of it. */
export function watchWorkerLock(name: string, worker: Worker): void {
  void navigator.locks?.request(name, () => {
    worker.dispatchEvent(new ErrorEvent('error', { message: 'the worker is gone' }))
  })
}
