import { describe, expect, test } from 'vitest';
import { createNotices } from '#studio/notices.ts';

describe('createNotices', () => {
  test('shows one message at a time and lets three wait', () => {
    const { status, say, dismissStatus } = createNotices();
    for (const text of ['a', 'b', 'c', 'd', 'e']) say(text);
    const shown: string[] = [];
    for (; status.peek() !== null; dismissStatus()) shown.push(status.peek()!.text);
    expect(shown).toEqual(['a', 'c', 'd', 'e']);
  });

  test('replaces a message about the same thing', () => {
    const { status, say, dismissStatus } = createNotices();
    say('Rating taken back.', { about: 'undo' });
    say('Keeping taken back.', { about: 'undo' });
    expect(status.peek()?.text).toBe('Keeping taken back.');
    dismissStatus();
    expect(status.peek()).toBeNull();
  });

  test('lets a patient message make way, and come back', () => {
    const { status, say, dismissStatus } = createNotices();
    say('This may be cleared.', { isPatient: true });
    expect(status.peek()?.text).toBe('This may be cleared.');
    for (const text of ['a', 'b']) say(text);
    const shown: string[] = [];
    for (; status.peek() !== null; dismissStatus()) shown.push(status.peek()!.text);
    expect(shown).toEqual(['a', 'b', 'This may be cleared.']);
  });

  test('takes back what spoke of what is no longer on screen, shown or waiting', () => {
    const { status, say, leave, dismissStatus } = createNotices();
    for (const text of ['These are children.', 'They differ.']) say(text, { isOfHere: true });
    say('Saved.');
    say('A new wall.');
    leave();
    expect(status.peek()?.text).toBe('Saved.');
    leave();
    dismissStatus();
    expect(status.peek()?.text).toBe('A new wall.');
  });

  test('shows the gravest alert', () => {
    const { alert, setAlert } = createNotices();
    setAlert('memory', { text: 'memory', isLoss: false, actions: [] });
    setAlert('unsaved', { text: 'unsaved', isLoss: true, actions: [] });
    expect(alert.peek()?.text).toBe('unsaved');
    setAlert('unsaved', null);
    expect(alert.peek()?.text).toBe('memory');
  });
});
