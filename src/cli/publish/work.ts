/** A file to be written, or taken over. */
export interface Work {
  path: string;
  content: () => Buffer | Promise<Buffer>;
  /** Whether it is worth the time to be compressed as well as can be. */
  best: boolean;
  /** Endings of the forms it is to have. */
  forms?: string[];
}

/** Files that are made at a time: enough to keep the four threads of Node's pool busy. */
const lanes = 6;

/**
 * Makes all files, some at a time.
 *
 * @throws What `put` throws first. The others finish what they are at: nothing is written after the work is given up.
 */
export async function runAll(all: Iterable<Work>, put: (work: Work) => Promise<void>): Promise<void> {
  let failed = false;
  const lane = async () => {
    for (const work of all) {
      if (failed) return;
      await put(work).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  for (const end of await Promise.allSettled(Array.from({ length: lanes }, lane))) {
    if (end.status === 'rejected') throw end.reason;
  }
}
