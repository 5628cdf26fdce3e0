import { FACE_FLAG, REGIONS, buildGatherIndices } from './attention-mesh'
import { createPendingTarget, type FlatBufferWriter, type Target } from './flatbuffer'
import { addEntry, writeBuffer, type ModelTables } from './model-tables'

/** Ids of the TFLite schema: an operator's builtin code, and its member of the options union. */
const CONCATENATION_OPERATOR = { builtin: 2, options: 10 } as const
const GATHER_OPERATOR = { builtin: 36, options: 23 } as const
const FLOAT32 = 0
const INT32 = 2
const LAST_AXIS = 3

interface Tensor {
  readonly name: string
  readonly shape: readonly number[]
  readonly type: number
  readonly buffer: number
}

interface Operator {
  readonly code: number
  readonly inputs: readonly number[]
  readonly output: number
  readonly optionsType: number
}

/**
 * CONCATENATION of the regions, then GATHER in landmark order; the outputs become [landmarks, face flag]. Registers the
 * tables in the model's lists at once, and returns a function that writes them, to be called after the lists are
 * written.
 */
export function joinOutputs(tables: ModelTables, tensorNames: readonly string[]): (write: FlatBufferWriter) => void {
  const findOutput = (name: string): number => {
    const index = tables.outputs.find(output => tensorNames[output] === name)
    if (index === undefined) throw new Error(`The face model has no output ${name}.`)
    return index
  }
  const regions = REGIONS.map(({ name }) => findOutput(name))
  const faceFlag = findOutput(FACE_FLAG)
  const added = addEntries(tables)
  tables.outputs = [added.landmarks.index, faceFlag]
  return write => writeEntries(write, added, regions)
}

const addEntries = ({ buffers, tensors, codes, operators }: ModelTables) => ({
  indexBuffer: addEntry(buffers),
  joined: addEntry(tensors),
  order: addEntry(tensors),
  landmarks: addEntry(tensors),
  concatenationCode: addEntry(codes),
  gatherCode: addEntry(codes),
  concatenation: addEntry(operators),
  gather: addEntry(operators),
})

function writeEntries(write: FlatBufferWriter, added: ReturnType<typeof addEntries>, regions: readonly number[]): void {
  const { indexBuffer, joined, order, landmarks, concatenationCode, gatherCode, concatenation, gather } = added
  const indices = buildGatherIndices()
  const joinedLength = REGIONS.reduce((sum, { length }) => sum + length, 0)
  writeCode(write, concatenationCode.target, CONCATENATION_OPERATOR.builtin)
  writeCode(write, gatherCode.target, GATHER_OPERATOR.builtin)
  writeTensor(write, joined.target, {
    name: 'joined_regions',
    shape: [1, 1, 1, joinedLength],
    type: FLOAT32,
    buffer: 0,
  })
  writeTensor(write, order.target, {
    name: 'landmark_order',
    shape: [indices.length],
    type: INT32,
    buffer: indexBuffer.index,
  })
  writeTensor(write, landmarks.target, {
    name: 'landmarks_478',
    shape: [1, 1, 1, indices.length],
    type: FLOAT32,
    buffer: 0,
  })
  writeOperator(write, concatenation.target, {
    code: concatenationCode.index,
    inputs: regions,
    output: joined.index,
    optionsType: CONCATENATION_OPERATOR.options,
  })
  writeOperator(write, gather.target, {
    code: gatherCode.index,
    inputs: [joined.index, order.index],
    output: landmarks.index,
    optionsType: GATHER_OPERATOR.options,
  })
  writeBuffer(write, indexBuffer.target, new Uint8Array(Int32Array.from(indices).buffer))
}

function writeCode(write: FlatBufferWriter, target: Target, builtin: number): void {
  write.table(target, [write.int8(builtin), null, write.uint32(1), write.uint32(builtin)])
}

function writeTensor(write: FlatBufferWriter, target: Target, { name, shape, type, buffer }: Tensor): void {
  const [shapeAt, nameAt] = [createPendingTarget(), createPendingTarget()]
  write.table(target, [write.link(shapeAt), write.int8(type), write.uint32(buffer), write.link(nameAt)])
  write.ints(shapeAt, shape)
  write.string(nameAt, name)
}

function writeOperator(write: FlatBufferWriter, target: Target, { code, inputs, output, optionsType }: Operator): void {
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
