/** Which call ends its worker without a word, as a system short of memory does. */
export interface KillPlan {
  /** The worker's name: its script without folder and ending. */
  readonly worker: string
  readonly method: string
  readonly times: number
  /** Only for a call whose first argument is the file of this name. */
  readonly fileName?: string
}

declare global {
  interface Window {
    /** Replaces the plan before. */
    killWorkersAt(plan: KillPlan): void
    /** Of the last worker killed, as performance.now(). */
    killedAt: number
    kills: number
    /** Calls since the plan was made, as `worker.method`. */
    calls: string[]
    /** Calls of this name stay on the way, also later ones, until it is undefined again. */
    heldCall: string | undefined
  }
}

/** Runs in the page, before the library starts its workers. */
export const KILLABLE_WORKERS = `{
  let plan
  globalThis.kills = 0
  globalThis.calls = []
  globalThis.killWorkersAt = next => {
    plan = { ...next }
    globalThis.kills = 0
    globalThis.calls = []
  }
  const isPlanned = (name, { path = [], argumentList = [] }) =>
    plan &&
    plan.times > 0 &&
    name === plan.worker &&
    path[0] === plan.method &&
    (plan.fileName === undefined || argumentList[0]?.value?.name === plan.fileName)
  globalThis.Worker = class extends Worker {
    #name
    constructor(url, options) {
      super(url, options)
      this.#name = options?.name
    }
    postMessage(message, transfer) {
      const call = this.#name + '.' + message.path?.[0]
      globalThis.calls.push(call)
      if (call === globalThis.heldCall) {
        const timer = setInterval(() => {
          if (globalThis.heldCall !== undefined) return
          clearInterval(timer)
          super.postMessage(message, transfer)
        }, 5)
        return
      }
      if (!isPlanned(this.#name, message)) return super.postMessage(message, transfer)
      // What was handed over is gone; an idle thread ends at once, a busy one after up to two seconds.
      new MessageChannel().port1.postMessage(message, transfer)
      plan.times--
      globalThis.kills++
      globalThis.killedAt = performance.now()
      this.terminate()
    }
  }
}`
