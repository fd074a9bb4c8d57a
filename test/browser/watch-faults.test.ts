import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openHarness } from './open-studio.ts';

// A watch that sees nothing would let every browser test pass; so each kind of fault is caused once, on purpose.
const faults: Record<string, () => void> = {
  'console error': () => console.error('on purpose'),
  'page error': () => {
    setTimeout(() => {
      throw new Error('on purpose');
    });
  },
  'policy violation: style-src-elem refused inline': () => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'b { color: red }' }));
  },
  'policy violation: require-trusted-types-for refused': () => {
    try {
      document.body.innerHTML = '<b>on purpose</b>';
    } catch {
      // the violation is what counts
    }
  },
  'policy violation: connect-src refused https://example.invalid': () => {
    fetch('https://example.invalid/').catch(() => undefined);
  },
  'request off-origin': () => {
    location.assign('https://example.invalid/');
  },
};

describe('openHarness', () => {
  for (const [name, cause] of Object.entries(faults)) {
    test(`fails a test on ${name}`, async () => {
      const { page, faults, close } = await openHarness();
      await page.evaluate(cause);
      await expect.poll(() => faults.join('\n')).toContain(name);
      await expect(close()).rejects.toThrow(name);
    });
  }

  test('forgives a fault that was expected, and no other', async () => {
    const { page, expectFault, close } = await openHarness();
    expectFault(/first/);
    await page.evaluate(() => console.error('first'));
    await close();

    const other = await openHarness();
    other.expectFault(/first/);
    await other.page.evaluate(() => console.error('second'));
    await expect(other.close()).rejects.toThrow('second');
  });

  test('fails a test whose expected fault never came', async () => {
    const { expectFault, close } = await openHarness();
    expectFault(/never/);
    await expect(close()).rejects.toThrow('Expected to happen');
  });

  test('keeps what a profile stored over a kill of the whole browser', async () => {
    const profileFolder = await mkdtemp(join(tmpdir(), 'palate-profile-'));
    const first = await openHarness({ profileFolder });
    await first.page.evaluate(putNote);
    await first.kill();
    const second = await openHarness({ profileFolder });
    expect(await second.page.evaluate(getNote)).toBe('kept');
    await second.close();
    await rm(profileFolder, { recursive: true, force: true });
  });
});

const putNote = () =>
  new Promise<void>((done) => {
    const opening = indexedDB.open('notes');
    opening.onupgradeneeded = () => opening.result.createObjectStore('notes');
    opening.onsuccess = () => {
      const writing = opening.result.transaction('notes', 'readwrite', { durability: 'strict' });
      writing.objectStore('notes').put('kept', 1);
      writing.oncomplete = () => done();
    };
  });

const getNote = () =>
  new Promise<unknown>((done) => {
    const opening = indexedDB.open('notes');
    opening.onsuccess = () => {
      const reading = opening.result.transaction('notes').objectStore('notes').get(1);
      reading.onsuccess = () => done(reading.result);
    };
  });
