/**
 * Reads FlatBuffers and writes them forward, as far as TFLite models need it. Unsigned offsets in a FlatBuffer point
 * forward only, so a new root and its vectors are written in front, and the original bytes follow unchanged, where the
 * new tables point.
 */

/** Table fields of a FlatBuffer by field id; positions are absolute bytes. */
export class FlatBufferReader {
  private readonly view: DataView
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  u32(at: number): number {
    return this.view.getUint32(at, true)
  }
  follow(at: number): number {
    return at + this.u32(at)
  }
  root(): number {
    return this.follow(0)
  }

  /** Position of a field, or 0 if the table omits it. */
  field(table: number, id: number): number {
    const vtable = table - this.view.getInt32(table, true)
    const slot = 4 + 2 * id
    if (slot >= this.view.getUint16(vtable, true)) return 0
    const offset = this.view.getUint16(vtable + slot, true)
    return offset ? table + offset : 0
  }

  private vector(table: number, id: number): number[] {
    const field = this.field(table, id)
    if (!field) return []
    const start = this.follow(field)
    return Array.from({ length: this.u32(start) }, (_, i) => start + 4 + 4 * i)
  }
  tables(table: number, id: number): number[] {
    return this.vector(table, id).map(at => this.follow(at))
  }
  ints(table: number, id: number): number[] {
    return this.vector(table, id).map(at => this.view.getInt32(at, true))
  }

  string(table: number, id: number): string {
    const start = this.follow(this.field(table, id))
    return new TextDecoder().decode(this.bytes.subarray(start + 4, start + 4 + this.u32(start)))
  }
}

/** A position that is resolved later: an object written in front, or a table of the original. */
export interface Target {
  at: number | undefined
  readonly isOriginal: boolean
}
export const createOriginalTarget = (at: number): Target => ({ at, isOriginal: true })
export const createPendingTarget = (): Target => ({ at: undefined, isOriginal: false })

interface Field {
  readonly size: 1 | 4
  readonly write: (at: number) => void
}

export class FlatBufferWriter {
  private readonly bytes = Buffer.alloc(1 << 20)
  private readonly links: { from: number; to: Target }[] = []
  // The root offset and the file identifier come first.
  private position = 8

  int8(value: number): Field {
    return {
      size: 1,
      write: at => {
        this.bytes.writeUInt8(value, at)
      },
    }
  }
  uint32(value: number): Field {
    return {
      size: 4,
      write: at => {
        this.bytes.writeUInt32LE(value, at)
      },
    }
  }
  link(to: Target): Field {
    return {
      size: 4,
      write: at => {
        this.links.push({ from: at, to })
      },
    }
  }

  table(target: Target, fields: readonly (Field | null)[]): void {
    this.align(8)
    const vtable = this.position
    this.position += 4 + 2 * fields.length
    this.align(8)
    const table = this.position
    let size = 4
    fields.forEach((field, id) => {
      if (!field) return
      size = Math.ceil(size / field.size) * field.size
      this.bytes.writeUInt16LE(size, vtable + 4 + 2 * id)
      field.write(table + size)
      size += field.size
    })
    this.bytes.writeUInt16LE(4 + 2 * fields.length, vtable)
    this.bytes.writeUInt16LE(size, vtable + 2)
    this.bytes.writeInt32LE(table - vtable, table)
    this.position += size
    target.at = table
  }

  ints(target: Target, values: readonly number[]): void {
    target.at = this.vector(values.length)
    for (const value of values) this.position = this.bytes.writeInt32LE(value, this.position)
  }

  tables(target: Target, entries: readonly Target[]): void {
    target.at = this.vector(entries.length)
    for (const to of entries) {
      this.links.push({ from: this.position, to })
      this.position += 4
    }
  }

  /** A byte vector whose content is aligned to 16 bytes, as TFLite requires of its buffers. */
  data(target: Target, content: Uint8Array): void {
    while ((this.position + 4) % 16) this.position++
    target.at = this.vector(content.length)
    this.bytes.set(content, this.position)
    this.position += content.length
  }

  string(target: Target, text: string): void {
    this.data(target, new TextEncoder().encode(text))
    this.position++
  }

  /**
   * The written part followed by the original. Throws if an offset would point backward or to something never written.
   */
  finish(root: Target, identifier: string, behind: Uint8Array): Buffer {
    this.align(64)
    this.links.push({ from: 0, to: root })
    this.bytes.write(identifier, 4, 'latin1')
    for (const { from, to } of this.links) {
      if (to.at === undefined) throw new Error('A table of the model was announced and never written.')
      const at = to.isOriginal ? this.position + to.at : to.at
      if (at <= from) throw new Error('A FlatBuffer link may only point forward.')
      this.bytes.writeUInt32LE(at - from, from)
    }
    return Buffer.concat([this.bytes.subarray(0, this.position), behind])
  }

  private align(to: number): void {
    while (this.position % to) this.position++
  }
  private vector(length: number): number {
    this.align(4)
    const start = this.position
    this.position = this.bytes.writeUInt32LE(length, start)
    return start
  }
}
