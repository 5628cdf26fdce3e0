import type { FileApi } from '../contract/apis'
import type { FileFacts } from '../contract/file-facts'
import { getFileName } from '../pipeline/file-source'
import { WorkerClient } from './worker-client'
import { createSpawner } from './workers'

/** Reads what files say of themselves, in a worker that needs no model. */
export class FileFactsReader {
  private readonly client: WorkerClient<FileApi>

  constructor(root: URL) {
    this.client = new WorkerClient<FileApi>({ ...createSpawner('file', root), prepare: api => api.load() })
  }

  /** Errors: assets-missing. */
  ready(): Promise<void> {
    return this.client.ready()
  }

  /** Errors: not-an-image, unsupported-format, damaged, too-large, changed-file; assets-missing, aborted, closed. */
  readFacts(file: Blob, signal?: AbortSignal): Promise<FileFacts> {
    return this.client.call(api => api.readFacts(file, getFileName(file)), signal)
  }

  close(): void {
    this.client.close()
  }
}
