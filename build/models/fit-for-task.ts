import { FACE_FLAG, buildGatherIndices, REGIONS } from './attention-mesh'
import {
  FlatBufferReader,
  FlatBufferWriter,
  createOriginalTarget,
  createPendingTarget,
  type Target,
} from './flatbuffer'
import { buildTfliteMetadata, type Normalization } from './tflite-metadata'

/** Field ids of the TFLite schema (tensorflow/lite/schema/schema.fbs, version 3). */
const MODEL_FIELD = { version: 0, operatorCodes: 1, subgraphs: 2, description: 3, buffers: 4 } as const
const SUBGRAPH_FIELD = { tensors: 0, inputs: 1, outputs: 2, operators: 3 } as const
const TENSOR_NAME_FIELD = 3
const CONCATENATION_OPERATOR = { builtin: 2, options: 10 } as const
const GATHER_OPERATOR = { builtin: 36, options: 23 } as const
const FLOAT32 = 0
const INT32 = 2
const LAST_AXIS = 3

/**
 * Makes a TFLite model acceptable to a MediaPipe task: adds the metadata a float model needs and, with `joinAttention`,
 * the two operators that turn the attention model's seven outputs into one landmark tensor (478 x 3) and one score.
 */
export function fitForTask(model: Uint8Array, normalization: Normalization, joinAttention = false): Buffer {
  const read = new FlatBufferReader(model)
  const root = read.root()
  const graph = read.tables(root, MODEL_FIELD.subgraphs)[0]!
  const lists = {
    codes: read.tables(root, MODEL_FIELD.operatorCodes).map(createOriginalTarget),
    buffers: read.tables(root, MODEL_FIELD.buffers).map(createOriginalTarget),
    tensors: read.tables(graph, SUBGRAPH_FIELD.tensors).map(createOriginalTarget),
    operators: read.tables(graph, SUBGRAPH_FIELD.operators).map(createOriginalTarget),
    outputs: read.ints(graph, SUBGRAPH_FIELD.outputs),
  }
  const write = new FlatBufferWriter()
  // Targets are announced first and written after the root, because links point forward only.
  const later: (() => void)[] = []
  const add = (list: Target[]): Target => {
    const target = createPendingTarget()
    list.push(target)
    return target
  }

  if (joinAttention) {
    const names = read.tables(graph, SUBGRAPH_FIELD.tensors).map(tensor => read.string(tensor, TENSOR_NAME_FIELD))
    joinOutputs(
      write,
      lists,
      name => {
        const index = lists.outputs.find(output => names[output] === name)
        if (index === undefined) throw new Error(`The face model has no output ${name}.`)
        return index
      },
      add,
      later,
    )
  }
  const metadataIndex = lists.buffers.length
  const metadataBuffer = add(lists.buffers)

  const [start, codes, subgraphs, buffers, metadata, subgraph] = Array.from({ length: 6 }, createPendingTarget) as [
    Target,
    Target,
    Target,
    Target,
    Target,
    Target,
  ]
  const version = read.field(root, MODEL_FIELD.version)
  const description = read.field(root, MODEL_FIELD.description)
  write.table(start, [
    write.uint32(version ? read.u32(version) : 3),
    write.link(codes),
    write.link(subgraphs),
    description ? write.link(createOriginalTarget(read.follow(description))) : null,
    write.link(buffers),
    null,
    write.link(metadata),
  ])
  const entry = createPendingTarget()
  write.tables(codes, lists.codes)
  write.tables(buffers, lists.buffers)
  write.tables(subgraphs, [subgraph])
  write.tables(metadata, [entry])
  const [tensors, inputs, outputs, operators, entryName, content] = Array.from({ length: 6 }, createPendingTarget) as [
    Target,
    Target,
    Target,
    Target,
    Target,
    Target,
  ]
  write.table(subgraph, [write.link(tensors), write.link(inputs), write.link(outputs), write.link(operators)])
  write.tables(tensors, lists.tensors)
  write.ints(inputs, read.ints(graph, SUBGRAPH_FIELD.inputs))
  write.ints(outputs, lists.outputs)
  write.tables(operators, lists.operators)
  write.table(entry, [write.link(entryName), write.uint32(metadataIndex)])
  write.string(entryName, 'TFLITE_METADATA')
  write.table(metadataBuffer, [write.link(content)])
  write.data(content, buildTfliteMetadata(normalization, lists.outputs.length))
  for (const step of later) step()
  return write.finish(start, 'TFL3', model)
}

interface ModelTables {
  codes: Target[]
  buffers: Target[]
  tensors: Target[]
  operators: Target[]
  outputs: number[]
}

/** CONCATENATION of the regions, then GATHER in landmark order; the outputs become [landmarks, face flag]. */
function joinOutputs(
  write: FlatBufferWriter,
  lists: ModelTables,
  indexOf: (name: string) => number,
  add: (list: Target[]) => Target,
  later: (() => void)[],
): void {
  const indices = buildGatherIndices()
  const indexBuffer = lists.buffers.length
  const [joined, order, landmarks] = [0, 1, 2].map(i => lists.tensors.length + i) as [number, number, number]
  const [concatenation, gather] = [lists.codes.length, lists.codes.length + 1]
  const regions = REGIONS.map(({ name }) => indexOf(name))
  lists.outputs = [landmarks, indexOf(FACE_FLAG)]

  const tensor = (target: Target, name: string, shape: number[], type: number, buffer: number): void => {
    const [shapeAt, nameAt] = [createPendingTarget(), createPendingTarget()]
    write.table(target, [write.link(shapeAt), write.int8(type), write.uint32(buffer), write.link(nameAt)])
    write.ints(shapeAt, shape)
    write.string(nameAt, name)
  }
  const operator = (target: Target, code: number, inputs: number[], output: number, optionsType: number): void => {
    const [inputsAt, outputsAt, optionsAt] = [createPendingTarget(), createPendingTarget(), createPendingTarget()]
    write.table(target, [
      write.uint32(code),
      write.link(inputsAt),
      write.link(outputsAt),
      write.int8(optionsType),
      write.link(optionsAt),
    ])
    write.ints(inputsAt, inputs)
    write.ints(outputsAt, [output])
    write.table(optionsAt, [write.uint32(LAST_AXIS)])
  }
  const code = (target: Target, builtin: number): void =>
    write.table(target, [write.int8(builtin), null, write.uint32(1), write.uint32(builtin)])

  const total = REGIONS.reduce((sum, { length }) => sum + length, 0)
  const [buffer, tJoined, tOrder, tLandmarks] = [
    add(lists.buffers),
    add(lists.tensors),
    add(lists.tensors),
    add(lists.tensors),
  ]
  const [cConcatenation, cGather] = [add(lists.codes), add(lists.codes)]
  const [oConcatenation, oGather] = [add(lists.operators), add(lists.operators)]
  later.push(() => {
    code(cConcatenation!, CONCATENATION_OPERATOR.builtin)
    code(cGather!, GATHER_OPERATOR.builtin)
    tensor(tJoined!, 'joined_regions', [1, 1, 1, total], FLOAT32, 0)
    tensor(tOrder!, 'landmark_order', [indices.length], INT32, indexBuffer)
    tensor(tLandmarks!, 'landmarks_478', [1, 1, 1, indices.length], FLOAT32, 0)
    operator(oConcatenation!, concatenation, regions, joined, CONCATENATION_OPERATOR.options)
    operator(oGather!, gather, [joined, order], landmarks, GATHER_OPERATOR.options)
    const data = createPendingTarget()
    write.table(buffer!, [write.link(data)])
    write.data(data, new Uint8Array(Int32Array.from(indices).buffer))
  })
}
