import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTabs, parseChanged } from '#platform/storage/tabs.ts';

afterEach(() => vi.unstubAllGlobals());

describe('parseChanged', () => {
  test('takes what a tab tells', () => {
    expect(parseChanged([{ record: 'wall', id: 'w', more: 1 }])).toEqual([{ record: 'wall', id: 'w' }]);
  });

  test('is null for anything else, and throws for nothing', () => {
    const wrong = [
      ...[null, undefined, 'x', 7, {}, [], [null], [{}], [{ record: 'wall' }], [{ record: 'meta', id: 'x' }]],
      ...[
        [{ record: '__proto__', id: 'x' }],
        [{ record: 'wall', id: 7 }],
        [{ record: 'wall', id: 'x'.repeat(401) }],
      ],
      Array.from({ length: 20_001 }, () => ({ record: 'wall', id: 'x' })),
    ];
    for (const message of wrong) expect(parseChanged(message)).toBeNull();
    fc.assert(
      fc.property(fc.anything({ withMap: true, withDate: true, withNullPrototype: true }), (message) => {
        const changed = parseChanged(message);
        return changed === null || changed.length > 0;
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('createTabs', () => {
  test('hears nothing of a foreign message on its channel, and the next of its own', async () => {
    const tabs = createTabs();
    const heard = vi.fn();
    tabs.watch(heard);
    const foreign = new BroadcastChannel('palate');
    for (const message of ['x', { record: 'wall', id: 'w' }, [{ record: 'wall' }], null])
      foreign.postMessage(message);
    foreign.postMessage([{ record: 'desk', id: 'desk' }]);
    await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 15_000);
    expect(heard.mock.calls).toEqual([[[{ record: 'desk', id: 'desk' }]]]);
    foreign.close();
    tabs.dispose();
  });

  test('falls back to the storage event where there is no channel', () => {
    const target = new EventTarget();
    const written: string[] = [];
    vi.stubGlobal('BroadcastChannel', undefined);
    vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
    vi.stubGlobal('removeEventListener', target.removeEventListener.bind(target));
    vi.stubGlobal('localStorage', { setItem: (_key: string, value: string) => written.push(value) });
    const tabs = createTabs();
    const heard = vi.fn();
    tabs.watch(heard);
    tabs.tell([{ record: 'wall', id: 'w' }]);
    tabs.tell([{ record: 'wall', id: 'w' }]);
    expect(new Set(written).size).toBe(2);

    const deliver = (key: string, newValue: string | null) =>
      target.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
    deliver('palate.changed', written[0]!);
    deliver('palate.changed', '{');
    deliver('palate.changed', null);
    deliver('palate.witness', written[0]!);
    expect(heard.mock.calls).toEqual([[[{ record: 'wall', id: 'w' }]]]);
    tabs.dispose();
    deliver('palate.changed', written[0]!);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
