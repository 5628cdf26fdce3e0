import type { BatchRow } from '../../contract/batch'
import type { Report } from '../../contract/report'

/** What the batch screen may ask for. */

/** A file with its place inside what was chosen ('' at its top). */
export interface Incoming { readonly file: File; readonly folder: string }

/** Opens the batch screen; what is there stays. */
export declare function openBatch(): void
/** Back to the start screen; ends everything and forgets all rows. The screen asks first where `isUnsaved`. */
export declare function closeBatch(): void
/** Adds files below those that are there and begins (or goes on) checking. A file that is there already (same folder, name, size, date) is left out; returns how many were. */
export declare function addFiles(files: readonly Incoming[]): number
/** What is under way is finished, nothing new begun. */
export declare function pause(): void
/** Goes on with what waits, after pause, cancel or trouble. */
export declare function resume(): void
/** Ends at once: what is under way waits again, workers and their memory are let go. */
export declare function cancel(): void
/** Failed files (`id`: that one alone) wait again and are checked. */
export declare function retryFailed(id?: number): void
/** Takes rows out of the list. */
export declare function removeRows(ids: ReadonlySet<number>): void
/** Another school: everything is checked anew. */
export declare function setBatchProfile(id: string): void
/** Records that a person takes the photo as good; null takes it back. */
export declare function accept(id: number, note: string | null): void
/** Looks at one row closely: its photo and full report are then what `photo` and `report` of src/state/store hold, so that the result's own views show them. null: back to the table. */
export declare function openRow(id: number | null): void
/** Object URL of a small picture of the planned crop (of the whole photo where there is none), null before it is there. Owned by the state: don't revoke. Stable for a row. */
export declare function thumbnailUrl(id: number): string | null
/** The same as a Blob, for exports. */
export declare function thumbnailOf(id: number): Blob | null
/** The report with its outlines, for exports and for who looks. */
export declare function fullReport(row: BatchRow): Report | null
/** Makes the compliant JPEG of a row, by a free worker. Errors: PhotoError. */
export declare function produceRow(id: number, signal: AbortSignal): Promise<{ readonly jpeg: Blob; readonly report: Report }>
/** How many `produceRow` may run at once. */
export declare function producersAtOnce(): number
/** The results are where the user saved them: leaving asks no more. */
export declare function markSaved(): void
