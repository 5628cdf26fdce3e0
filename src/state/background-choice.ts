import { signal } from '@preact/signals'

/** Which of a profile's backgrounds the test centre asks for; null: any of them. */
export const chosenBackground = signal<string | null>(null)
