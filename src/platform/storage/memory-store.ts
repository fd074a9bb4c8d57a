// A store that is lost with the tab: for tests, and where the device offers nothing.
import type { RecordChange, RecordName, Records } from '#core/gallery/records.ts';
import { checkChanges, checkLimit, isExpected } from './check-changes.ts';
import { buildKey, buildRow, comparePositions } from './rows.ts';
import { stampRecord } from './stamp-record.ts';
import { Conflict, type Cursor, type Orders, type Store, StoreError } from './store.ts';

type Tables = { readonly [N in RecordName]: Map<string, Records[N]> };

export function createMemoryStore(): Store {
  const tables: Tables = {
    artwork: new Map(),
    judgement: new Map(),
    standing: new Map(),
    profile: new Map(),
    wall: new Map(),
    desk: new Map(),
    portrait: new Map(),
    collection: new Map(),
    act: new Map(),
    training: new Map(),
  };
  let lastSequence = 0;
  let isDisposed = false;

  // Copies go in and out, as they do with a database: nobody can change what is stored by holding it.
  function read<N extends RecordName>(name: N, id: string): Records[N] | undefined {
    if (isDisposed) throw new StoreError('closed');
    return structuredClone(tables[name].get(id));
  }

  function listOrdered<N extends RecordName>(name: N, order: Orders[N]) {
    if (isDisposed) throw new StoreError('closed');
    const found: { record: Records[N]; position: Cursor }[] = [];
    for (const record of tables[name].values()) {
      const key = buildKey(buildRow(record), order);
      if (key !== null) found.push({ record, position: { key, id: record.id } });
    }
    return found.sort((a, b) => comparePositions(a.position, b.position));
  }

  function store(changes: readonly RecordChange[]): number {
    if (isDisposed) throw new StoreError('closed');
    checkChanges(changes);
    for (const { record, id, before } of changes) {
      if (!isExpected(tables[record].get(id), before)) throw new Conflict(record, id);
    }
    const sequence = lastSequence + 1;
    const copies = structuredClone(changes);
    for (const change of copies) putInto(tables, change, sequence);
    lastSequence = sequence;
    return sequence;
  }

  return {
    kind: 'memory',
    get: async (name, id) => read(name, id),
    getMany: async (name, ids) => ids.map((id) => read(name, id)),
    async page(name, { order, direction, limit, after }) {
      checkLimit(limit);
      const sign = direction === 'ascending' ? 1 : -1;
      const listed = listOrdered(name, order);
      if (sign < 0) listed.reverse();
      const rest = after
        ? listed.filter(({ position }) => sign * comparePositions(position, after) > 0)
        : listed;
      const items = rest.slice(0, limit);
      return {
        items: items.map(({ record }) => structuredClone(record)),
        next: rest.length > limit ? items.at(-1)!.position : null,
      };
    },
    all: async (name) => listOrdered(name, 'sequence').map(({ record }) => structuredClone(record)),
    count: async (name, order) => listOrdered(name, order).length,
    cards: async () => {
      const { buildCard } = await import('#core/gallery/card.ts');
      return listOrdered('artwork', 'hung').flatMap(({ record }) =>
        'isHung' in record ? buildCard(record) : [],
      );
    },
    write: async (changes) => store(changes),
    watch: () => () => {},
    unreadable: () => [],
    dispose() {
      isDisposed = true;
    },
  };
}

function putInto(tables: Tables, change: RecordChange, sequence: number): void {
  const after = stampRecord(change, sequence);
  const table = tables[change.record] as Map<string, Records[RecordName]>;
  if (after === null) table.delete(change.id);
  else table.set(change.id, after);
}
