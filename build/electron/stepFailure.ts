/** A build step that cannot go on: what went wrong, and what the person at the terminal can do about it. */
export class StepFailure extends Error {
  readonly advice: string;

  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StepFailure';
    this.advice = advice;
  }
}

/** Prints what a step is about to do. One line a step, so that a stuck step is visible. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/**
 * Runs a command's entry function. A StepFailure ends in two plain lines and exit code 1;
 * anything else is a bug and keeps its stack trace.
 */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    process.stderr.write(`\nFailed: ${error.message}\nWhat to do: ${error.advice}\n`);
    process.exitCode = 1;
  }
}
