import type * as Library from '../../src/zhaojian'

declare global {
  interface Window {
    importModule(url: string): Promise<typeof Library>
    zhaojian: typeof Library
    checker: Library.Checker
    pool: Library.Pool
    photos: readonly File[]
    stages?: string[]
  }
}
