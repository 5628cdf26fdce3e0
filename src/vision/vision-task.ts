import type { FaceLandmarkerOptions } from '@mediapipe/tasks-vision'
import type { VisionAssets } from '../contract/apis'
import { PhotoError } from '../contract/failure'

/**
 * A worker's `OffscreenCanvas`, or a canvas element where workers have no WebGL (Safari before 17, WebKitGTK).
 */
export type TaskCanvas = NonNullable<FaceLandmarkerOptions['canvas']>

/** Options common to all tasks. */
export interface TaskOptions {
  readonly baseOptions: { readonly modelAssetBuffer: Uint8Array; readonly delegate: 'CPU' }
  readonly canvas: TaskCanvas
  readonly runningMode: 'IMAGE'
}
export interface Fileset {
  readonly wasmLoaderPath: string
  readonly wasmBinaryPath: string
}

interface RunningTask<Task> {
  readonly task: Task
  readonly context: WebGL2RenderingContext
}

/**
 * A MediaPipe task in a worker or on the main thread. If the WebGL context is lost (phones take it from background
 * pages), the task is restarted and the call repeated.
 */
export class VisionTask<Task extends { close(): void }> {
  private assets: VisionAssets | undefined
  private running: Promise<RunningTask<Task>> | undefined

  constructor(
    private readonly makeCanvas: () => TaskCanvas,
    private readonly create: (fileset: Fileset, options: TaskOptions) => Promise<Task>,
  ) {}

  /** Errors: unsupported-browser where there is no WebGL. */
  async load(assets: VisionAssets): Promise<void> {
    this.assets = assets
    await this.getRunning()
  }

  /**
   * The result of `use`, run with a WebGL context that is alive before and after: without one, tasks return empty
   * results instead of errors. Errors: unsupported-browser.
   */
  async run<Answer>(use: (task: Task) => Answer): Promise<Answer> {
    for (let tries = 0; tries < 2; tries++) {
      const { task, context } = await this.getRunning()
      try {
        const answer = use(task)
        if (!context.isContextLost()) return answer
      } catch (error) {
        if (!context.isContextLost()) throw error
      }
    }
    throw new PhotoError('unsupported-browser', 'WebGL context lost twice')
  }

  close(): void {
    void this.running?.then(
      ({ task }) => task.close(),
      () => {},
    )
    this.running = undefined
  }

  private async getRunning(): Promise<RunningTask<Task>> {
    const before = this.running
    if (before && !(await before).context.isContextLost()) return before
    // Another call may have restarted it meanwhile.
    if (this.running === before) {
      this.close()
      const restarted = (this.running = this.start(this.assets!))
      restarted.catch(() => {
        if (this.running === restarted) this.running = undefined
      })
    }
    return this.running!
  }

  private async start({ wasmLoader, wasmBinary, model }: VisionAssets): Promise<RunningTask<Task>> {
    assertWebGL(this.makeCanvas())
    // Always pass our own canvas: otherwise MediaPipe's user-agent sniffing needs `document` in Chrome on iOS
    // (mediapipe #5292).
    const canvas = this.makeCanvas()
    const { default: factory } = await (import(/* @vite-ignore */ wasmLoader) as Promise<{ default: unknown }>).catch(
      (cause: unknown) => {
        throw new PhotoError('assets-missing', wasmLoader, { cause })
      },
    )
    // The task takes its runtime from this global and clears it. If it loaded the module itself, that would work once
    // per worker ("ModuleFactory not set" on restart) and on a page use a script tag, which fails for modules; with an
    // empty path it loads nothing.
    Object.assign(globalThis, { ModuleFactory: factory })
    // CPU: GPU delegates scramble masks on iOS (mediapipe #6142).
    const creating = this.create(
      { wasmLoaderPath: '', wasmBinaryPath: wasmBinary },
      { baseOptions: { modelAssetBuffer: model, delegate: 'CPU' }, canvas, runningMode: 'IMAGE' },
    )
    // The task has created the canvas's context by now; getContext returns that same one.
    const context = (): WebGL2RenderingContext => canvas.getContext('webgl2') as WebGL2RenderingContext
    const task = await creating.catch((cause: unknown) => {
      throw context().isContextLost()
        ? new PhotoError('unsupported-browser', 'WebGL context lost at once', { cause })
        : cause
    })
    return { task, context: context() }
  }
}

/** Tasks need WebGL even with the CPU delegate; without it they would hang, so fail at once. */
function assertWebGL(canvas: TaskCanvas): void {
  const context = canvas.getContext('webgl2') as WebGL2RenderingContext | null
  if (!context) throw new PhotoError('unsupported-browser', 'no WebGL', { reason: 'no-webgl' })
  // Pages may have only a few contexts at a time; release this one at once.
  context.getExtension('WEBGL_lose_context')?.loseContext()
}
