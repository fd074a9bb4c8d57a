import { expect, test } from 'vitest';
import { createLate } from '#studio/late.ts';
import { createNotices } from '#studio/notices.ts';

test('what does not load is told, and asked for anew the next time', async () => {
  const notices = createNotices();
  let askedCount = 0;
  const late = createLate(notices, async () => {
    askedCount++;
    if (askedCount < 3) throw new TypeError('Failed to fetch dynamically imported module');
    return 'here';
  });
  expect(await late.get()).toBeNull();
  expect(notices.status.peek()?.text).toMatch(/^This part did not load\./);
  notices.dismissStatus();
  const used: string[] = [];
  await late.use((actions) => used.push(actions));
  expect(used).toEqual([]);
  expect(notices.status.peek()?.text).toMatch(/^This part did not load\./);
  notices.dismissStatus();

  expect(await late.get()).toBe('here');
  await late.use((actions) => used.push(actions));
  expect(used).toEqual(['here']);
  expect(askedCount).toBe(3);
  expect(notices.status.peek()).toBeNull();
});
