import { describe, expect, it } from 'vitest'
import { createChecker, createPool, keptOffline, listProfiles, PhotoError, workersHere } from './zhaojian'

/** These tests run in Node: no document, no workers, and before Node 21 no navigator. */
describe('the library outside a browser', () => {
  it('can be imported, and tells profiles', () => {
    expect(listProfiles().length).toBeGreaterThan(0)
    expect(workersHere()).toBeGreaterThanOrEqual(1)
  })

  it.each([createChecker, createPool])('%o rejects with unsupported-browser, in words', async create => {
    for (const options of [
      {},
      { assets: '/zhaojian' },
      { assets: 'https://example.org/zhaojian', locale: 'en' },
    ] as const) {
      const error: unknown = await create(options).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(PhotoError)
      expect(error).toMatchObject({ code: 'unsupported-browser' })
    }
    await expect(create({ locale: 'en' })).rejects.toThrow('WebAssembly')
  })

  it('keeps nothing offline', async () => {
    await expect(keptOffline()).resolves.toBe(false)
  })
})
