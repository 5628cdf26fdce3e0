import { crc32 } from 'node:zlib'

/**
 * An uncompressed zip with each file's bytes aligned to 64, like MediaPipe's task bundles, which are memory-mapped.
 * Deterministic.
 */
export function buildStoredZip(files: readonly (readonly [name: string, bytes: Uint8Array])[]): Buffer {
  const DOS_EPOCH = 0x21
  const parts: Uint8Array[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, bytes] of files) {
    const nameBytes = Buffer.from(name)
    const padding = (64 - ((offset + 30 + nameBytes.length) % 64)) % 64
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(10, 4)
    writeFacts(local, 12)
    local.writeUInt16LE(padding, 28)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(10, 4)
    central.writeUInt16LE(10, 6)
    writeFacts(central, 14)
    central.writeUInt32LE(offset, 42)
    directory.push(central, nameBytes)
    parts.push(local, nameBytes, Buffer.alloc(padding), bytes)
    offset += 30 + nameBytes.length + padding + bytes.length

    function writeFacts(header: Buffer, at: number): void {
      header.writeUInt16LE(DOS_EPOCH, at)
      header.writeUInt32LE(crc32(bytes), at + 2)
      header.writeUInt32LE(bytes.length, at + 6)
      header.writeUInt32LE(bytes.length, at + 10)
      header.writeUInt16LE(nameBytes.length, at + 14)
    }
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, central, end])
}
