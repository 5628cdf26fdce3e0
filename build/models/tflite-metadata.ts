import { Builder } from 'flatbuffers'

/** Input normalisation of a float model: value' = (value - mean) / std, on 0..255. */
export interface Normalization {
  readonly mean: number
  readonly std: number
}

/**
 * A `TFLITE_METADATA` buffer (FlatBuffer 'M001', schema: tflite-support metadata_schema.fbs): tasks reject a float
 * model without NormalizationOptions. Field ids below are those of that schema.
 */
export function buildTfliteMetadata(normalization: Normalization, outputCount: number): Uint8Array {
  const builder = new Builder(1024)
  const inputs = addOffsets(builder, [addInput(builder, normalization)])
  const outputs = addOffsets(
    builder,
    Array.from({ length: outputCount }, (_, i) => addOutput(builder, i)),
  )
  const subgraph = addTable(builder, 10, () => {
    builder.addFieldOffset(2, inputs, 0)
    builder.addFieldOffset(3, outputs, 0)
  })
  const subgraphs = addOffsets(builder, [subgraph])
  const name = builder.createString('m')
  const model = addTable(builder, 8, () => {
    builder.addFieldOffset(0, name, 0)
    builder.addFieldOffset(3, subgraphs, 0)
  })
  builder.finish(model, 'M001')
  return builder.asUint8Array()
}

function addInput(builder: Builder, normalization: Normalization): number {
  const units = addOffsets(builder, [addNormalizationUnit(builder, normalization)])
  const content = addImageContent(builder)
  const name = builder.createString('input')
  return addTable(builder, 7, () => {
    builder.addFieldOffset(0, name, 0)
    builder.addFieldOffset(3, content, 0)
    builder.addFieldOffset(4, units, 0)
  })
}

/** ProcessUnit { options: NormalizationOptions (union member 1) } */
function addNormalizationUnit(builder: Builder, { mean, std }: Normalization): number {
  const means = addFloat(builder, mean)
  const stds = addFloat(builder, std)
  const normalization = addTable(builder, 2, () => {
    builder.addFieldOffset(0, means, 0)
    builder.addFieldOffset(1, stds, 0)
  })
  return addTable(builder, 2, () => {
    builder.addFieldInt8(0, 1, 0)
    builder.addFieldOffset(1, normalization, 0)
  })
}

/** Content { properties: ImageProperties (union member 2) { color_space: RGB } } */
function addImageContent(builder: Builder): number {
  const image = addTable(builder, 2, () => builder.addFieldInt8(0, 1, 0))
  return addTable(builder, 2, () => {
    builder.addFieldInt8(0, 2, 0)
    builder.addFieldOffset(1, image, 0)
  })
}

function addOutput(builder: Builder, index: number): number {
  const name = builder.createString(`output_${index}`)
  return addTable(builder, 7, () => builder.addFieldOffset(0, name, 0))
}

/** A vector of one float. */
function addFloat(builder: Builder, value: number): number {
  builder.startVector(4, 1, 4)
  builder.addFloat32(value)
  return builder.endVector()
}

function addOffsets(builder: Builder, values: readonly number[]): number {
  builder.startVector(4, values.length, 4)
  for (const value of [...values].reverse()) builder.addOffset(value)
  return builder.endVector()
}

function addTable(builder: Builder, fieldCount: number, addFields: () => void): number {
  builder.startObject(fieldCount)
  addFields()
  return builder.endObject()
}
