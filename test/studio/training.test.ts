import { describe, expect, test } from 'vitest';
import { parseGenome } from '#core/cppn/parse-genome.ts';
import type { RecordChange } from '#core/gallery/records.ts';
import type { Jobs, Workers } from '#platform/workers/jobs.ts';
import type { Studio } from '#studio/studio.ts';
import type { TrainingRoom } from '#studio/training-room.ts';
import { slowerRate } from '#studio/training-room.ts';
import { describeSpeed } from '#studio/training-words.ts';
import { discTarget } from '../core/cppn/small-targets.ts';
import { openStudio, until } from './open-studio.ts';
import { quickJobs, runInProcess } from './run-in-process.ts';
import { createDevice, type Device } from './tabs.ts';

const disc = discTarget();

/** Arrays are copied on their way to a worker and back, as by a message. */
function apart(workers: Workers): Workers {
  return {
    ...workers,
    run: async (name, input, options) =>
      structuredClone(
        await workers.run(name, input instanceof File ? input : structuredClone(input), options),
      ),
  };
}

const pictureJobs = {
  ...quickJobs,
  *readPixels({ request: { size } }: Jobs['readPixels']['input']) {
    yield 0;
    return { ...size, data: new Uint8ClampedArray(size.widthPx * size.heightPx * 4).fill(99) };
  },
  *openPicture(file: File) {
    yield 0;
    const { widthPx, heightPx, rgb } = disc;
    if (file.name.startsWith('bad')) {
      return {
        kind: 'refused',
        code: 'damaged',
        sentence: 'This picture is damaged: it could not be decoded.',
      } as const;
    }
    return { kind: 'picture', widthPx, heightPx, rgb } as const;
  },
};

async function enter(
  device: Device = createDevice(),
  seed = 1,
): Promise<{ studio: Studio; room: TrainingRoom }> {
  const { studio } = await openStudio(device, { seed, workers: apart(runInProcess(pictureJobs)) });
  studio.actions.go({ kind: 'train', training: null });
  const room = await studio.training.open();
  await until(room.training, (training) => training !== null);
  return { studio, room };
}

const small = {
  hidden: [{ units: 6, activation: 'sin' }],
  batchSize: 64,
  epochs: 30,
  learningRate: 0.02,
} as const;

async function enterWithDisc(device?: Device) {
  const entered = await enter(device);
  await entered.room.actions.copyFile(new File(['x'], 'a_disc.png'));
  entered.room.actions.changeSettings(small);
  return entered;
}

const stateOf = ({ training }: TrainingRoom) => training.peek()!.state!;

describe('the training room', () => {
  test('is not loaded before somebody enters, and begins with an artwork of the wall', async () => {
    const { studio } = await openStudio(createDevice());
    expect(studio.training.room.peek()).toBeNull();
    studio.dispose();

    const { studio: other, room } = await enter();
    const [first] = other.explore.wall.peek()!.tiles;
    const { target, state } = room.training.peek()!;
    expect(target).toMatchObject({ kind: 'picture', title: first!.artwork.title, from: first!.artwork.id });
    expect(target).toMatchObject({ widthPx: 128, heightPx: 128 });
    expect(state).toBeNull();
    expect(room.choices.peek()).toHaveLength(5);
    other.dispose();
  });

  test('trains to the end, tells the bar, and knows where it is still wrong', async () => {
    const { studio, room } = await enterWithDisc();
    expect(room.training.peek()!.target.title).toBe('a disc');
    expect(studio.training.words.peek()).toBeNull();
    room.actions.start();
    expect(studio.training.words.peek()).toBe('Training on this device');
    studio.actions.go({ kind: 'gallery' });
    await until(room.training, (training) => (training?.state?.epoch ?? 0) > 0);
    await until(room.isRunning, (isRunning) => !isRunning);
    await until(studio.status, (line) => line?.text === 'a disc is trained: 30 epochs.');
    expect(stateOf(room)).toMatchObject({ epoch: 30, ended: 'done' });
    expect(room.training.peek()!.step!.gradientNorms).toHaveLength(2);
    expect(room.examined.peek()).toMatchObject({ kind: 'picture', epoch: 30 });
    expect(studio.training.words.peek()).toBeNull();
    studio.dispose();
  });

  test('is found again after a reload at its last epoch, and ends as if it had not been left', async () => {
    const unbroken = await enterWithDisc();
    unbroken.room.actions.start();
    await until(unbroken.room.training, (training) => training?.state?.ended === 'done');
    unbroken.studio.dispose();

    const device = createDevice();
    const first = await enterWithDisc(device);
    for (let step = 0; step < 12; step++) await first.room.actions.step();
    expect(stateOf(first.room)).toMatchObject({ epoch: 2, batch: 0 });
    first.studio.dispose();

    const { studio, room } = await enter(device, 9);
    expect(room.training.peek()!.id).toBe(first.room.training.peek()!.id);
    expect(stateOf(room)).toEqual(stateOf(first.room));
    room.actions.start();
    await until(room.training, (training) => training?.state?.ended === 'done');
    expect(stateOf(room)).toEqual(stateOf(unbroken.room));
    studio.dispose();
  });

  test('takes any epoch to the easel, where it is rated like any artwork', async () => {
    const { studio, room } = await enterWithDisc();
    room.actions.start();
    await until(room.training, (training) => training?.state?.ended === 'done');
    await room.actions.takeToEasel(stateOf(room).milestones[1]);
    const easel = await until(studio.easel, (state) => state !== null);
    expect(easel!.artwork).toMatchObject({
      title: 'a disc after 2 epochs',
      origin: { kind: 'trained', from: 'a_disc.png' },
    });
    expect(parseGenome(easel!.artwork.genome).genome).toEqual(easel!.artwork.genome);
    expect(easel!.provenance).toMatch(/^Trained to copy a picture\./);
    await studio.actions.rate(easel!.artwork.id, 4);
    expect(studio.stars.peek().get(easel!.artwork.id)).toBe(4);
    studio.actions.goBack();
    expect(studio.place.peek()).toEqual({ kind: 'train', training: null });
    studio.dispose();
  });

  test('another network begins anew beside what was trained, which is found again', async () => {
    const { studio, room } = await enterWithDisc();
    await room.actions.step();
    const first = room.training.peek()!;
    room.actions.changeSettings({ learningRate: 0.1, epochs: 40 });
    expect(room.training.peek()).toMatchObject({ id: first.id, state: { batch: 1 } });
    room.actions.changeSettings({ hidden: [{ units: 3, activation: 'tanh' }] });
    await until(room.training, (training) => training?.id !== first.id);
    expect(room.training.peek()!.state).toBeNull();
    await until(room.earlier, (earlier) => earlier.some(({ id }) => id === first.id));
    studio.actions.go({ kind: 'train', training: first.id });
    await until(room.training, (training) => training?.id === first.id);
    expect(stateOf(room)).toEqual(first.state);
    studio.dispose();
  });

  test('says so when it ran away, and tries a third of the rate from its best weights', async () => {
    const { studio, room } = await enterWithDisc();
    room.actions.changeSettings({ learningRate: 0.005, epochs: 20, loss: 'cross-entropy' });
    room.actions.start();
    await until(room.training, (training) => training?.state?.ended === 'done');
    const best = stateOf(room).best!;
    room.actions.changeSettings({ learningRate: 1, epochs: 60, optimizer: 'sgd' });
    room.actions.changeSettings({ optimizer: 'adam' });
    room.actions.start();
    await until(room.isRunning, (isRunning) => !isRunning);
    if (stateOf(room).ended === 'diverged') {
      expect(stateOf(room).weights).toEqual(stateOf(room).best!.weights);
      expect(stateOf(room).best!.loss).toBeLessThanOrEqual(best.loss);
    }
    room.actions.trySlower();
    expect(room.training.peek()!.settings.learningRate).toBe(0.33);
    await until(room.isRunning, (isRunning) => !isRunning);
    studio.dispose();
  });

  test('refuses a damaged picture in a sentence and goes on with what it had', async () => {
    const { studio, room } = await enterWithDisc();
    const before = room.training.peek();
    await room.actions.copyFile(new File(['x'], 'bad.png'));
    expect(room.refusal.peek()).toBe('This picture is damaged: it could not be decoded.');
    expect(room.training.peek()).toBe(before);
    studio.dispose();
  });

  test('tells points apart', async () => {
    const { studio, room } = await enter();
    room.actions.tellApart('moons');
    room.actions.changeSettings({ epochs: 40 });
    room.actions.start();
    await until(room.training, (training) => training?.state?.ended === 'done');
    const examined = await until(room.examined, (found) => found?.epoch === 40);
    if (examined?.kind !== 'points') throw new Error('Expected points.');
    const [[a, b], [c, d]] = examined.confusion as [[number, number], [number, number]];
    expect(a + b + c + d).toBe(240);
    expect(a + d).toBeGreaterThan(220);
    studio.dispose();
  });

  test('tells the own collections apart, each artwork where its lightness and warmth put it', async () => {
    const device = createDevice();
    const { studio: first } = await openStudio(device);
    const ids = first.explore.wall.peek()!.tiles.map(({ artwork }) => artwork.id);
    const collection = (id: string, name: string, artworks: readonly string[]): RecordChange => ({
      record: 'collection',
      id,
      before: null,
      after: { id, schema: 1, name, artworks, sequence: 0 },
    });
    await device.store.write([
      collection('a', 'Quiet', ids.slice(0, 5)),
      collection('b', 'Loud', ids.slice(4, 10)),
      collection('c', 'Few', ids.slice(10, 12)),
    ]);
    first.dispose();
    const { studio, room } = await enter(device);
    await until(room.collections, (names) => names.length > 0);
    expect(room.collections.peek()).toEqual(['Loud', 'Quiet']);
    await room.actions.tellCollectionsApart();
    const { target } = room.training.peek()!;
    if (target.kind !== 'points') throw new Error('Expected points.');
    expect(target.classNames).toEqual(['Loud', 'Quiet']);
    expect([...target.classes]).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0, 0]); // the one in both counts for the smaller
    expect(target.axes).toEqual(['dark to light', 'warm to cool']);
    studio.dispose();
  });

  test('asks a device that is full once, not once a second', async () => {
    const device = createDevice();
    const { studio, room } = await enterWithDisc(device);
    await room.actions.step();
    device.refuse('full');
    await room.actions.step();
    await room.actions.step();
    expect(studio.alert.peek()?.text).toMatch(/1 change/);
    device.refuse(null);
    await studio.actions.rename(studio.explore.wall.peek()!.tiles[0]!.artwork.id, 'Another name');
    await room.actions.step();
    expect(studio.alert.peek()).toBeNull();
    const { items } = await device.store.page('training', {
      order: 'sequence',
      direction: 'descending',
      limit: 5,
    });
    expect(items[0]!.run).toMatchObject({ state: { batch: 4 } });
    studio.dispose();
  });

  test('a picture dropped in Train is learned; elsewhere it is offered', async () => {
    const { studio, room } = await enter();
    const picture = new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0)], 'my_cat.jpg', {
      type: 'image/jpeg',
    });
    await studio.actions.openFiles([picture]);
    expect(studio.importing.peek()).toBeNull();
    expect(room.training.peek()!.target.title).toBe('my cat');

    studio.actions.go({ kind: 'explore' });
    await studio.actions.openFiles([picture]);
    const [line] = studio.importing.peek()!;
    expect(line).toMatchObject({ kind: 'refused', code: 'no-network', picture });
    await studio.actions.learnFrom(picture);
    expect(studio.place.peek()).toEqual({ kind: 'train', training: null });
    studio.dispose();
  });
});

describe('slowerRate', () => {
  test('is a third, to two digits', () => {
    expect([0.004, 0.1, 1, 0.00001].map(slowerRate)).toEqual([0.0013, 0.033, 0.33, 0.0000033]);
  });
});

describe('describeSpeed', () => {
  test('speaks of seconds when an epoch takes long', () => {
    expect([0.1, 0.5, 1, 2.3, 40.2].map(describeSpeed)).toEqual([
      'an epoch takes 10 s',
      'an epoch takes 2 s',
      '1 epoch a second',
      '2 epochs a second',
      '40 epochs a second',
    ]);
  });
});
