/** One page of any browser engine, driven from Node. */
export interface EnginePage {
  goto(url: string): Promise<void>
  /** Runs `work` in the page; it must not use outer variables. Arguments and results are serialised as JSON. */
  evaluate<Argument, Answer>(
    work: (argument: Argument) => Answer | Promise<Answer>,
    argument: Argument,
  ): Promise<Answer>
  close(): Promise<void>
}
