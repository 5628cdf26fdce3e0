import { PhotoError } from '../contract/failure'
import { createRandomToken } from './random-token'

/**
 * Items of one worker's life, under ids that no other life ever gives out: an id that outlived its worker must not find
 * another photo in the next one.
 */
export class KeptItems<Item> {
  private readonly life = createRandomToken()
  private readonly items = new Map<string, Item>()
  private lastNumber = 0

  add(item: Item): string {
    const id = `${this.life}-${++this.lastNumber}`
    this.items.set(id, item)
    return id
  }

  /** Errors: crashed for an id of another life; closed for an item that was deleted. */
  get(id: string): Item {
    const found = this.items.get(id)
    if (found !== undefined) return found
    throw id.startsWith(`${this.life}-`)
      ? new PhotoError('closed', `${id} was released`)
      : new PhotoError('crashed', `${id} was lost with its worker`)
  }

  delete(id: string): void {
    this.items.delete(id)
  }
}
