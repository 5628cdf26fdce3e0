import { describe, expect, it } from 'vitest'
import { KeptItems } from './kept-items'

describe('items kept over two lives of a worker', () => {
  it('an id of the first life finds nothing in the second, though both have kept as many', () => {
    const [first, second] = [new KeptItems<string>(), new KeptItems<string>()]
    const ids = ['a', 'b', 'c'].map(item => first.add(item))
    const later = ['x', 'y', 'z'].map(item => second.add(item))
    expect(new Set([...ids, ...later]).size).toBe(6)
    for (const id of ids) expect(() => second.get(id)).toThrow(expect.objectContaining({ code: 'crashed' }))
    expect(later.map(id => second.get(id))).toEqual(['x', 'y', 'z'])
  })

  it('deleting an id of another life deletes nothing', () => {
    const [first, second] = [new KeptItems<string>(), new KeptItems<string>()]
    const id = second.add('x')
    second.delete(first.add('a'))
    expect(second.get(id)).toBe('x')
  })

  it('an id of its own that was deleted is closed', () => {
    const kept = new KeptItems<string>()
    const id = kept.add('a')
    kept.delete(id)
    expect(() => kept.get(id)).toThrow(expect.objectContaining({ code: 'closed' }))
  })
})
