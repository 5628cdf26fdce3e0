import {
  createOriginalTarget,
  createPendingTarget,
  type FlatBufferReader,
  type FlatBufferWriter,
  type Target,
} from './flatbuffer'

/** Field ids of the TFLite schema (tensorflow/lite/schema/schema.fbs, version 3). */
export const MODEL_FIELD = { version: 0, operatorCodes: 1, subgraphs: 2, description: 3, buffers: 4 } as const
const SUBGRAPH_FIELD = { tensors: 0, inputs: 1, outputs: 2, operators: 3 } as const
const TENSOR_NAME_FIELD = 3

/** What a TFLite model with one subgraph lists; more can be added before it is written. */
export interface ModelTables {
  readonly codes: Target[]
  readonly buffers: Target[]
  readonly tensors: Target[]
  readonly operators: Target[]
  readonly inputs: readonly number[]
  outputs: number[]
}

export function readModelTables(read: FlatBufferReader): ModelTables {
  const root = read.root()
  const graph = readSubgraph(read)
  return {
    codes: read.tables(root, MODEL_FIELD.operatorCodes).map(createOriginalTarget),
    buffers: read.tables(root, MODEL_FIELD.buffers).map(createOriginalTarget),
    tensors: read.tables(graph, SUBGRAPH_FIELD.tensors).map(createOriginalTarget),
    operators: read.tables(graph, SUBGRAPH_FIELD.operators).map(createOriginalTarget),
    inputs: read.ints(graph, SUBGRAPH_FIELD.inputs),
    outputs: read.ints(graph, SUBGRAPH_FIELD.outputs),
  }
}

export function readTensorNames(read: FlatBufferReader): string[] {
  return read.tables(readSubgraph(read), SUBGRAPH_FIELD.tensors).map(tensor => read.string(tensor, TENSOR_NAME_FIELD))
}

const readSubgraph = (read: FlatBufferReader): number => read.tables(read.root(), MODEL_FIELD.subgraphs)[0]!

/** A new table of one of the lists: it has its index at once, and is written later. */
interface AddedEntry {
  readonly index: number
  readonly target: Target
}

export function addEntry(list: Target[]): AddedEntry {
  const target = createPendingTarget()
  return { index: list.push(target) - 1, target }
}

export function writeBuffer(write: FlatBufferWriter, target: Target, content: Uint8Array): void {
  const data = createPendingTarget()
  write.table(target, [write.link(data)])
  write.data(data, content)
}
