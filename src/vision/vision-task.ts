import type { FaceLandmarkerOptions } from '@mediapipe/tasks-vision'
import type { VisionAssets } from '../contract/apis'
import { PhotoError } from '../contract/failure'

/**
 * A worker's `OffscreenCanvas`, or the page's canvas element where workers have no WebGL (Safari before 17, WebKitGTK).
 */
export type TaskCanvas = NonNullable<FaceLandmarkerOptions['canvas']>

/** Options that every task is made with. */
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
 * A MediaPipe task, wherever it runs. A lost WebGL context (a phone takes it from a page in the background) costs a
 * restart, not the answer.
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
   * What `use` tells with a WebGL context that is alive before and after: without one the task's answers are empty,
   * not wrong. Errors: unsupported-browser.
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
      const starting = (this.running = this.start(this.assets!))
      starting.catch(() => {
        if (this.running === starting) this.running = undefined
      })
    }
    return this.running!
  }

  private async start({ wasmLoader, wasmBinary, model }: VisionAssets): Promise<RunningTask<Task>> {
    assertWebGL(this.makeCanvas())
    // Always our own canvas: the task's user-agent sniffing else asks for a document in Chrome on iOS (mediapipe
    // #5292).
    const canvas = this.makeCanvas()
    const { default: factory } = await (import(/* @vite-ignore */ wasmLoader) as Promise<{ default: unknown }>).catch(
      (cause: unknown) => {
        throw new PhotoError('assets-missing', wasmLoader, { cause })
      },
    )
    // The task takes its runtime from this global and clears it. Left to load the module itself it would do so once a
    // worker ("ModuleFactory not set" at a restart), and on a page by a script tag, which no module survives; with an
    // empty path it loads nothing.
    Object.assign(globalThis, { ModuleFactory: factory })
    // CPU: GPU delegates scramble masks on iOS (mediapipe #6142).
    const creating = this.create(
      { wasmLoaderPath: '', wasmBinaryPath: wasmBinary },
      { baseOptions: { modelAssetBuffer: model, delegate: 'CPU' }, canvas, runningMode: 'IMAGE' },
    )
    // The task has made the canvas's context by then; asked for again, a canvas gives the same one.
    const context = (): WebGL2RenderingContext => canvas.getContext('webgl2') as WebGL2RenderingContext
    const task = await creating.catch((cause: unknown) => {
      throw context().isContextLost()
        ? new PhotoError('unsupported-browser', 'WebGL context lost at once', { cause })
        : cause
    })
    return { task, context: context() }
  }
}

/** Tasks need WebGL even with the CPU delegate; where there is none, that is said at once instead of left hanging. */
function assertWebGL(canvas: TaskCanvas): void {
  const context = canvas.getContext('webgl2') as WebGL2RenderingContext | null
  if (!context) throw new PhotoError('unsupported-browser', 'no WebGL', { reason: 'no-webgl' })
  // A page may have few contexts at a time; this one goes at once.
  context.getExtension('WEBGL_lose_context')?.loseContext()
}
