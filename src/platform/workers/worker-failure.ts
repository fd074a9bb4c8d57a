import type { JobName } from './jobs.ts';

/**
 * 'threw': the job itself failed, and would again. 'silent': nothing was heard until the deadline, twice.
 * 'crashed': the worker ended by an error of its own, twice. 'not started': the browser made no worker.
 */
export type WorkerFault = 'threw' | 'silent' | 'crashed' | 'not started';

/** A job that came to nothing; the pool itself goes on. */
export class WorkerFailure extends Error {
  override readonly name = 'WorkerFailure';
  readonly fault: WorkerFault;
  readonly job: JobName;
  constructor(fault: WorkerFault, job: JobName, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
    this.job = job;
  }
}

/** Why a job ended without the job's own doing. */
export function workerFailure(fault: Exclude<WorkerFault, 'threw'>, job: JobName, options?: ErrorOptions) {
  return new WorkerFailure(fault, job, `${job}: ${sentences[fault]}`, options);
}

const sentences: Record<Exclude<WorkerFault, 'threw'>, string> = {
  silent: 'two workers did not answer.',
  crashed: 'two workers ended with an error.',
  'not started': 'the browser started no worker.',
};
