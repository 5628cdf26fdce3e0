/** Milliseconds of work between two breaths: with what a piece may take, well under the 50 that a page's long task begins at. */
const STRETCH = 12

/** Long work on the page in short stretches: what it gives is awaited between two pieces, and lets the page draw and answer once a stretch is over. */
export function breathing(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < STRETCH) return
    await nextTask()
    since = performance.now()
  }
}

/** A message to oneself: timers are slowed down in a tab that is not looked at. */
function nextTask(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => { port1.close(); resolve() }
    port2.postMessage(null)
  })
}
