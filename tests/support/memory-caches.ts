/** In-memory Cache Storage, as far as the loader uses it, because Node has none. */
export function createMemoryCaches(): { open(): Promise<unknown>; readonly stored: Map<string, Response> } {
  const stored = new Map<string, Response>()
  const cache = {
    match: async (key: string) => stored.get(key)?.clone(),
    put: async (key: string, response: Response) => {
      stored.set(key, response)
    },
    delete: async (key: string) => stored.delete(key),
    keys: async () => [...stored.keys()].map(url => ({ url })),
  }
  return { open: async () => cache, stored }
}
