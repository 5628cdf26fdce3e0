/**
 * Detects that a worker was killed. Browsers report a script that throws, but not a worker killed from outside (a phone
 * short of memory, a task manager): its calls would wait for their timeout. A living worker holds a Web Lock; a request
 * for that lock is granted the moment the worker is gone.
 */
export function createLockName(): string {
  return `zhaojian-${crypto.randomUUID?.() ?? Math.random()}`
}

/** Called in the worker: holds the lock for the worker's lifetime. */
export async function holdWorkerLock(name: string): Promise<void> {
  // Without Web Locks (plain http), only the timeout detects it.
  if (!navigator.locks) return
  await new Promise<void>(onAcquired => {
    void navigator.locks.request(name, () => {
      onAcquired()
      return new Promise(() => {})
    })
  })
}

/** Called on the page once the worker holds the lock: dispatches an error event on the worker when it dies. */
export function watchWorkerLock(name: string, worker: Worker): void {
  void navigator.locks?.request(name, () => {
    worker.dispatchEvent(new ErrorEvent('error', { message: 'the worker is gone' }))
  })
}
