import {
  FlatBufferReader,
  FlatBufferWriter,
  createOriginalTarget,
  createPendingTarget,
  type Target,
} from './flatbuffer'
import { joinOutputs } from './join-outputs'
import { MODEL_FIELD, addEntry, readModelTables, readTensorNames, writeBuffer, type ModelTables } from './model-tables'
import { buildTfliteMetadata, type Normalization } from './tflite-metadata'

/** Schema version for models that don't state one. */
const DEFAULT_VERSION = 3

/**
 * Makes a TFLite model acceptable to a MediaPipe task: adds the metadata that a float model needs and, with
 * `joinAttention`, two operators that turn the attention model's seven outputs into one landmark tensor (478 x 3) and
 * one score.
 */
export function fitForTask(model: Uint8Array, normalization: Normalization, joinAttention = false): Buffer {
  const reader = new FlatBufferReader(model)
  const write = new FlatBufferWriter()
  const tables = readModelTables(reader)
  // New tables are registered first and written after the root, because offsets point forward only.
  const writeJoin = joinAttention ? joinOutputs(tables, readTensorNames(reader)) : null
  const metadataBuffer = addEntry(tables.buffers)

  const { root, subgraph, metadata } = writeRoot(write, reader, tables)
  writeSubgraph(write, subgraph, tables)
  writeMetadataEntry(write, metadata, metadataBuffer.index)
  writeBuffer(write, metadataBuffer.target, buildTfliteMetadata(normalization, tables.outputs.length))
  writeJoin?.(write)
  return write.finish(root, 'TFL3', model)
}

/** Writes the root and its lists; the subgraph and the metadata entry that it references come after it. */
function writeRoot(
  write: FlatBufferWriter,
  reader: FlatBufferReader,
  tables: ModelTables,
): { root: Target; subgraph: Target; metadata: Target } {
  const [root, subgraph, metadata] = [createPendingTarget(), createPendingTarget(), createPendingTarget()]
  const [codes, subgraphs] = [createPendingTarget(), createPendingTarget()]
  const [buffers, metadataList] = [createPendingTarget(), createPendingTarget()]
  const version = reader.field(reader.root(), MODEL_FIELD.version)
  const description = reader.field(reader.root(), MODEL_FIELD.description)
  write.table(root, [
    write.uint32(version ? reader.u32(version) : DEFAULT_VERSION),
    write.link(codes),
    write.link(subgraphs),
    description ? write.link(createOriginalTarget(reader.follow(description))) : null,
    write.link(buffers),
    null,
    write.link(metadataList),
  ])
  write.tables(codes, tables.codes)
  write.tables(buffers, tables.buffers)
  write.tables(subgraphs, [subgraph])
  write.tables(metadataList, [metadata])
  return { root, subgraph, metadata }
}

function writeSubgraph(write: FlatBufferWriter, subgraph: Target, tables: ModelTables): void {
  const [tensors, inputs] = [createPendingTarget(), createPendingTarget()]
  const [outputs, operators] = [createPendingTarget(), createPendingTarget()]
  write.table(subgraph, [write.link(tensors), write.link(inputs), write.link(outputs), write.link(operators)])
  write.tables(tensors, tables.tensors)
  write.ints(inputs, tables.inputs)
  write.ints(outputs, tables.outputs)
  write.tables(operators, tables.operators)
}

function writeMetadataEntry(write: FlatBufferWriter, metadata: Target, bufferIndex: number): void {
  const name = createPendingTarget()
  write.table(metadata, [write.link(name), write.uint32(bufferIndex)])
  write.string(name, 'TFLITE_METADATA')
}
