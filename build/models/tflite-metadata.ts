import { Builder } from 'flatbuffers'

/** What a task must know of a float model's input: value' = (value - mean) / std, on 0..255. */
export interface Normalization {
  readonly mean: number
  readonly std: number
}

/**
 * A `TFLITE_METADATA` buffer (FlatBuffer 'M001', schema: tflite-support metadata_schema.fbs): tasks refuse a float
 * model without NormalizationOptions. Field ids below are those of that schema.
 */
export function buildTfliteMetadata({ mean, std }: Normalization, outputs: number): Uint8Array {
  const b = new Builder(1024)
  const floats = (value: number): number => {
    b.startVector(4, 1, 4)
    b.addFloat32(value)
    return b.endVector()
  }
  const offsets = (values: readonly number[]): number => {
    b.startVector(4, values.length, 4)
    for (const value of [...values].reverse()) b.addOffset(value)
    return b.endVector()
  }
  const table = (fields: number, fill: () => void): number => {
    b.startObject(fields)
    fill()
    return b.endObject()
  }

  const means = floats(mean)
  const stds = floats(std)
  const normalization = table(2, () => {
    b.addFieldOffset(0, means, 0)
    b.addFieldOffset(1, stds, 0)
  })
  // ProcessUnit { options: NormalizationOptions (union member 1) }
  const unit = table(2, () => {
    b.addFieldInt8(0, 1, 0)
    b.addFieldOffset(1, normalization, 0)
  })
  const units = offsets([unit])
  // Content { properties: ImageProperties (union member 2) { color_space: RGB } }
  const image = table(2, () => b.addFieldInt8(0, 1, 0))
  const content = table(2, () => {
    b.addFieldInt8(0, 2, 0)
    b.addFieldOffset(1, image, 0)
  })
  const inputName = b.createString('input')
  const input = table(7, () => {
    b.addFieldOffset(0, inputName, 0)
    b.addFieldOffset(3, content, 0)
    b.addFieldOffset(4, units, 0)
  })
  const inputs = offsets([input])
  const outputTables = Array.from({ length: outputs }, (_, i) => {
    const name = b.createString(`output_${i}`)
    return table(7, () => b.addFieldOffset(0, name, 0))
  })
  const outputVector = offsets(outputTables)
  const subgraph = table(10, () => {
    b.addFieldOffset(2, inputs, 0)
    b.addFieldOffset(3, outputVector, 0)
  })
  const subgraphs = offsets([subgraph])
  const name = b.createString('m')
  const model = table(8, () => {
    b.addFieldOffset(0, name, 0)
    b.addFieldOffset(3, subgraphs, 0)
  })
  b.finish(model, 'M001')
  return b.asUint8Array()
}
