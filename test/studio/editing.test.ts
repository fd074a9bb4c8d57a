import { describe, expect, test } from 'vitest';
import { setPlacing } from '#core/cppn/edit-coordinates.ts';
import { setBias, setWeight, weightsInto } from '#core/cppn/edit-genome.ts';
import type { Genome } from '#core/cppn/genome.ts';
import type { Artwork } from '#core/gallery/records.ts';
import { nextTitle } from '#studio/edit-titles.ts';
import type { Studio } from '#studio/studio.ts';
import { openStudio, tileIds, until } from './open-studio.ts';
import { createDevice } from './tabs.ts';

const at = { layer: 1, neuron: 2 };
const weightOf = (genome: Genome | null) => weightsInto(genome!, at)[3];
const setTo = (value: number) => (genome: Genome) => setWeight(genome, at, 3, value);

async function openEasel(studio: Studio, id: string) {
  studio.actions.go({ kind: 'art', artwork: id });
  await until(studio.easel, (easel) => easel?.artwork.id === id);
  return (await studio.loadEditing())!;
}

const onEasel = (studio: Studio): Artwork => studio.easel.peek()!.artwork;

describe('createEditing', () => {
  test('makes a new artwork with the first edit, and steps of it with the next', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const id = tileIds(studio)[4]!;
    await studio.actions.rate(id, 5);
    const { edit, genome } = await openEasel(studio, id);
    const original = onEasel(studio);

    const first = edit('Weight', setTo(0.5));
    // Seen before it is stored.
    expect(weightOf(genome.peek())).toBe(0.5);
    const second = edit('Weight', setTo(0.75));
    expect(weightOf(genome.peek())).toBe(0.75);
    await Promise.all([first, second]);

    const draft = onEasel(studio);
    expect(draft.id).not.toBe(id);
    expect(draft).toMatchObject({ origin: { kind: 'edited', from: id }, isHung: true });
    expect(draft.title).not.toBe(original.title);
    expect(weightOf(draft.genome)).toBe(0.75);
    expect(studio.place.peek()).toEqual({ kind: 'art', artwork: draft.id });
    expect(studio.focused.peek()).toBe(draft.id);
    expect(studio.easel.peek()).toMatchObject({ opened: id, isStored: true });
    expect(studio.stars.peek().get(draft.id)).toBeUndefined();
    expect(await device.store.get('artwork', id)).toMatchObject({ genome: original.genome });
    expect(await device.store.get('artwork', draft.id)).toMatchObject({ genome: draft.genome });
    studio.dispose();
  });

  test('undoes and redoes step by step, back to the original, also after a reload', async () => {
    const device = createDevice();
    const opened = await openStudio(device);
    const id = tileIds(opened.studio)[0]!;
    const before = await openEasel(opened.studio, id);
    await before.edit('Weight', setTo(0.5));
    await before.edit('Scale', (genome) => setPlacing(genome, { scale: 2 }));
    const draftId = onEasel(opened.studio).id;
    opened.studio.dispose();

    const { studio } = await openStudio(device, { seed: 2 });
    const { genome } = await openEasel(studio, draftId);
    expect(genome.peek()!.coordinates.scale).toBe(2);
    await studio.actions.undo();
    expect(onEasel(studio).id).toBe(draftId);
    expect(genome.peek()!.coordinates.scale).toBe(1);
    expect(weightOf(genome.peek())).toBe(0.5);
    await studio.actions.undo();
    expect(onEasel(studio).id).toBe(id);
    expect(studio.place.peek()).toEqual({ kind: 'art', artwork: id });
    expect(studio.status.peek()?.text).toBe('Weight taken back.');
    expect(weightOf(genome.peek())).not.toBe(0.5);

    await studio.actions.redo();
    expect(onEasel(studio).id).toBe(draftId);
    // The easel has gone along: there is nowhere to go.
    expect(studio.status.peek()).toMatchObject({ text: 'Weight done again.', action: null });
    await studio.actions.redo();
    expect(genome.peek()!.coordinates.scale).toBe(2);
    studio.dispose();
  });

  test('leaves a rated draft alone: the next edit makes another artwork', async () => {
    const { studio } = await openStudio(createDevice());
    const id = tileIds(studio)[1]!;
    const { edit } = await openEasel(studio, id);
    await edit('Weight', setTo(0.5));
    const draft = onEasel(studio);
    await studio.actions.rate(draft.id, 4);
    await edit('Weight', setTo(0.25));
    const next = onEasel(studio);
    expect(next.origin).toEqual({ kind: 'edited', from: draft.id });
    expect(next.id).not.toBe(draft.id);
    studio.dispose();
  });

  test('begins another run after the easel was left', async () => {
    const { studio } = await openStudio(createDevice());
    const { edit } = await openEasel(studio, tileIds(studio)[1]!);
    await edit('Weight', setTo(0.5));
    const draft = onEasel(studio);
    studio.actions.goBack();
    await openEasel(studio, draft.id);
    await edit('Weight', setTo(0.25));
    expect(onEasel(studio).origin).toEqual({ kind: 'edited', from: draft.id });
    studio.dispose();
  });

  test('tries an edit without storing it', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const id = tileIds(studio)[2]!;
    const { edit, genome, tryEdit } = await openEasel(studio, id);
    const writes = device.writeCount();
    tryEdit(setTo(3));
    tryEdit(setTo(4));
    expect(weightOf(genome.peek())).toBe(4);
    tryEdit(null);
    expect(genome.peek()).toBe(onEasel(studio).genome);
    await edit('Weight', (same) => ({ ...same }));
    expect(onEasel(studio).id).toBe(id);
    expect(device.writeCount()).toBe(writes);
    studio.dispose();
  });

  test('applies an edit made just before leaving to the artwork it was made for', async () => {
    const { studio } = await openStudio(createDevice());
    const [one, other] = tileIds(studio);
    const { edit } = await openEasel(studio, one!);
    await edit('Weight', setTo(0.5));
    const draft = onEasel(studio).id;
    const late = edit('Bias', (genome) => setBias(genome, at, 0.125));
    studio.actions.go({ kind: 'art', artwork: other! });
    await late;
    await until(studio.easel, (easel) => easel?.artwork.id === other);
    studio.actions.go({ kind: 'art', artwork: draft });
    await until(studio.easel, (easel) => easel?.artwork.id === draft);
    expect(onEasel(studio).genome.layers[1]!.biases[2]).toBe(0.125);
    studio.dispose();
  });

  test('keeps what the person wrote', async () => {
    const { studio } = await openStudio(createDevice());
    const id = tileIds(studio)[3]!;
    const { setAltText } = await openEasel(studio, id);
    await setAltText(id, '  A hill,\nseen from below. ');
    expect(onEasel(studio).altText).toBe('A hill, seen from below.');
    await studio.actions.undo();
    expect(onEasel(studio).altText).not.toBe('A hill, seen from below.');
    studio.dispose();
  });

  test('describes an edited artwork anew once the hand has rested', async () => {
    const { studio } = await openStudio(createDevice(), {
      options: {},
    });
    const { edit } = await openEasel(studio, tileIds(studio)[5]!);
    await edit('Weight', setTo(0.5));
    await until(studio.easel, (easel) => easel?.artwork.altText === 'A round form.');
    studio.dispose();
  });
});

describe('nextTitle', () => {
  test('takes the next free numeral', () => {
    expect(nextTitle('Fig Moon', new Set())).toBe('Fig Moon II');
    expect(nextTitle('Fig Moon II', new Set(['Fig Moon']))).toBe('Fig Moon III');
    expect(nextTitle('Fig Moon', new Set(['Fig Moon II']))).toBe('Fig Moon III');
  });
});
