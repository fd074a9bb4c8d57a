// Opens the studio's store and decides what was found: a healthy database, one that lost something, or none.
import { type Connection, openConnection } from './connection.ts';
import { createCopier } from './copier.ts';
import { recount, type Survey, takeSurvey } from './database.ts';
import { createDeviceStore } from './device-store.ts';
import { createMemoryStore } from './memory-store.ts';
import { createRowReading, type LoadParsers } from './read-row.ts';
import { findSecondCopy, openSecondCopy, type SecondCopy } from './second-copy.ts';
import { settleWithin } from './settle-within.ts';
import { type OpenedStore, StoreError } from './store.ts';
import { createTabs } from './tabs.ts';
import type { Tally } from './tally.ts';
import { readWitness, writeWitness } from './witness.ts';

export interface OpenStoreOptions {
  readonly loadParsers: LoadParsers;
  /** When the second copy begins to follow; at once unless told. */
  readonly firstCopyMs?: number;
  /** Milliseconds, for the witness's date. */
  readonly now?: () => number;
  /** How long the database may take to open before the store is in memory. */
  readonly timeoutMs?: number;
}

/** What the witness and the second copy know together. */
interface Memory {
  readonly generation: number;
  readonly sequence: number;
  readonly copy: SecondCopy | null;
}

/** Never rejects. `restore` and `startEmpty` of a damaged one reject with StoreError and may be called again. */
export async function openStore(options: OpenStoreOptions): Promise<OpenedStore> {
  const { timeoutMs = 5000 } = options;
  // Whoever was here before has rows to read: their parsers come while the database opens.
  if (readWitness() !== null) options.loadParsers().catch(() => {});
  const [opened, memory] = await Promise.all([openConnection({ timeoutMs }), recall(timeoutMs)]);
  if (opened.kind === 'outdated') return opened;
  if (opened.kind === 'absent') return { kind: 'memory', store: createMemoryStore() };
  const { connection, survey } = opened;
  if (isDamaged(survey, memory)) {
    // Another tab may have written since the first look, and its copy been read after it.
    const again = await connection.use(takeSurvey).catch(() => survey);
    if (isDamaged(again, memory)) return await offerRestore(connection, memory, options);
  }
  try {
    return begin(connection, await settleTally(connection, survey, memory), options);
  } catch {
    connection.close();
    return { kind: 'memory', store: createMemoryStore() };
  }
}

async function recall(timeoutMs: number): Promise<Memory> {
  const witness = readWitness();
  const found = await settleWithin(findSecondCopy(), timeoutMs);
  const generation = Math.max(witness?.generation ?? 1, found?.copy.generation ?? 1);
  return {
    generation,
    sequence: Math.max(
      witness?.generation === generation ? witness.sequence : 0,
      found?.copy.generation === generation ? found.sequence : 0,
    ),
    copy: found?.copy ?? null,
  };
}

/** A database that is new, behind what is remembered, or holds less than it says. */
export function isDamaged(
  { tally, hungCount, judgementCount }: Survey,
  memory: { readonly generation: number; readonly sequence: number },
): boolean {
  const { generation, sequence } = tally ?? { generation: 1, sequence: 0 };
  if (memory.sequence > 0 && generation < memory.generation) return true;
  if (generation === memory.generation && sequence < memory.sequence) return true;
  return tally !== null && (hungCount < tally.hungCount || judgementCount < tally.judgementCount);
}

/** The tally as the database has it, unless it has none or is of an earlier generation. */
async function settleTally(connection: Connection, { tally }: Survey, memory: Memory): Promise<Tally> {
  if (tally !== null && tally.generation >= memory.generation) return tally;
  const { generation } = memory;
  return await connection.use((database) => recount(database, { generation, sequence: 0 }));
}

function begin(
  connection: Connection,
  tally: Tally,
  { loadParsers, firstCopyMs, now = Date.now }: OpenStoreOptions,
): OpenedStore {
  connection.expect(tally.sequence);
  writeWitness(tally, now());
  const copier = createCopier({
    connection,
    openCopy: () => openSecondCopy(tally.generation),
    rows: createRowReading(loadParsers),
    firstPauseMs: firstCopyMs,
  });
  copier.follow([]);
  const store = createDeviceStore({
    connection,
    loadParsers,
    tabs: createTabs(),
    onCommit(committed, removed) {
      writeWitness(committed, now());
      copier.follow(removed);
    },
    onDispose: () => copier.dispose(),
  });
  return { kind: 'open', store };
}

async function offerRestore(
  connection: Connection,
  { generation, sequence, copy }: Memory,
  options: OpenStoreOptions,
): Promise<OpenedStore> {
  const copied = (await copy?.countHung().catch(() => 0)) ?? 0;
  const beginAt = async (least: { generation: number; sequence: number }) =>
    begin(connection, await connection.use((database) => recount(database, least)), options);
  return {
    kind: 'damaged',
    copied,
    async restore() {
      const rows = createRowReading(options.loadParsers);
      const { restoreCopy } = await import('./restore-copy.ts').catch((error: unknown) => {
        throw new StoreError('unknown', { cause: error });
      });
      if (copy !== null) await restoreCopy(connection, copy, await rows.load());
      return await beginAt({ generation, sequence });
    },
    startEmpty: () => beginAt({ generation: generation + 1, sequence: 0 }),
  };
}
