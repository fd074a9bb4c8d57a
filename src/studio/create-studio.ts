// Puts the parts of the studio together. What each does is in the file named for it.
import { createActing } from './acting.ts';
import { createArtworks } from './artworks.ts';
import { createBreeding } from './breeding.ts';
import { type Commit, createCommit } from './committing.ts';
import { createCriticDoor } from './critic-door.ts';
import { createEasel } from './easel.ts';
import { createExploring, dialsOf, parentsOf } from './exploring.ts';
import { tellFalls } from './falls.ts';
import { createForgetting } from './forgetting.ts';
import { createGalleryDoor } from './gallery-door.ts';
import { createHistory } from './history.ts';
import { createLate } from './late.ts';
import { clearLeftNotices, focus, go, goBack, goToFragment } from './navigating.ts';
import { createOpening } from './opening.ts';
import { parseLink } from './place.ts';
import { createPortraits } from './portraits.ts';
import { createPrints } from './prints.ts';
import { createRating } from './rating.ts';
import { createSession, type StudioOptions } from './session.ts';
import { createProjection, type Viewer } from './showing.ts';
import type { Studio } from './studio.ts';
import { createTrainingDoor } from './training-door.ts';
import { showUnsaved } from './unsaved-alert.ts';

/** Opens at once; `state` tells what came of it. */
export function createStudio(options: StudioOptions): Studio {
  const session = createSession(options);
  const { shown, keeping, notices, end } = session;
  const acting = createActing(session);
  const { inTurn } = acting;

  const easel = createEasel(session);
  const viewers: Viewer[] = [easel];
  const critic = createCriticDoor(session, viewers);
  const projection = createProjection(session, viewers);
  const commit: Commit = createCommit(session, projection);
  const history = createHistory(session, commit);
  viewers.push(history);
  const gallery = createGalleryDoor({ session, history, acting, viewers });

  const parents = parentsOf(session);
  const dials = dialsOf(session);
  const prints = createPrints(session);
  const forgetting = createForgetting(session);
  const exploring = createExploring(session, commit, acting);
  const breeding = createBreeding({
    session,
    history,
    acting,
    prints,
    forgetting,
    parents,
    dials,
    steer: critic.steer,
  });
  const replacing = createLate(notices, async () =>
    (await import('./replacing.ts')).createReplacing({
      session,
      history,
      acting,
      prints,
      dials,
      steer: critic.steer,
    }),
  );
  const rating = createRating(session, history, acting);
  const artworks = createArtworks(session, history, acting);
  const exporting = createLate(notices, async () => {
    const [{ createExporting }, exporter] = await Promise.all([
      import('./exporting.ts'),
      options.loadExporter(),
    ]);
    return createExporting(session, commit, acting, exporter);
  });
  const training = createTrainingDoor(session, acting);
  const importing = createLate(notices, async () =>
    (await import('./importing.ts')).createImporting(session, history, acting, training.useFile),
  );
  const opening = createOpening({ session, acting, projection, history });

  const stops = [
    tellFalls(session),
    clearLeftNotices(session),
    showUnsaved(session),
    gallery.start(),
    easel.start(acting, projection, artworks),
  ];
  void opening.open();
  const editing = createLate(notices, async () => {
    const { createEditing } = await import('./editing.ts');
    const made = createEditing({ session, acting, history, commit, projection });
    // Before the easel, which would leave when the draft on it is undone.
    viewers.unshift(made);
    return made;
  });
  const sketching = createLate(notices, async () =>
    (await import('./sketching.ts')).createSketching(session, acting),
  );
  const comparing = createLate(notices, () => import('./comparing.ts'));
  const recoloring = createLate(notices, () => import('./recoloring.ts'));
  const spacing = createLate(notices, () => import('./space.ts'));

  return {
    state: shown.state,
    place: shown.place,
    link: shown.link,
    placeBehind: shown.placeBehind,
    focused: shown.focused,
    stars: shown.stars,
    explore: {
      wall: shown.wall,
      strip: shown.walls,
      parents,
      dials,
      breeding: shown.breeding,
      whyNotBreed: breeding.whyNotBreed,
      tired: breeding.tired,
      swapping: shown.swapping,
    },
    gallery: {
      items: shown.galleryItems,
      count: shown.galleryCount,
      order: shown.galleryOrder,
      selected: shown.selected,
    },
    critic: shown.critic,
    loadGallery: gallery.load,
    easel: shown.easel,
    easelActs: new Map(),
    loadEditing: editing.get,
    loadSketching: sketching.get,
    sketchActs: { value: null },
    exporting: shown.exporting,
    importing: shown.importing,
    still: shown.still,
    reading: shown.reading,
    training,
    history: { undo: history.undoLabel, redo: history.redoLabel, steps: history.steps },
    status: notices.status,
    alert: notices.alert,
    sheet: shown.sheet,
    saving: keeping.words,
    actions: {
      go: (place) => go(session, place),
      goToFragment: (fragment) => {
        const link = parseLink(fragment);
        if (link === null) goToFragment(session, fragment);
        else {
          shown.link.value = link;
          void importing.use((late) => late.openLink(link));
        }
      },
      goBack: () => goBack(session),
      focus: (artwork) => focus(session, artwork),
      ...exploring,
      goToWall: (wall) => {
        breeding.stop();
        return exploring.goToWall(wall);
      },
      breed: breeding.breed,
      breedFrom: breeding.breedFrom,
      newSeeds: breeding.newSeeds,
      askForWall: breeding.askForWall,
      recolorWall: (palette) =>
        recoloring.use(({ recolorWall }) =>
          acting.atOnce(() => recolorWall({ session, history, prints, forgetting }, palette)),
        ),
      notThis: (artwork) => replacing.use((late) => late.notThis(artwork)),
      ...rating,
      ...critic.actions,
      keep: artworks.keep,
      rename: artworks.rename,
      saveView: artworks.saveView,
      toggleSelected: gallery.toggleSelected,
      deleteArtworks: gallery.deleteArtworks,
      async checkRoom(room, wasAsked) {
        const isSaid = await acting.asking(async () => {
          const { checkRoom } = await import('./room.ts');
          return checkRoom({ session, acting, commit, forgetting, room }, wasAsked);
        });
        return isSaid ?? false;
      },
      async measureSpace(room) {
        const late = await spacing.get();
        const parts = { session, acting, commit, forgetting, room };
        return late && acting.asking(() => late.measureSpace(parts));
      },
      describePainters: () => acting.asking(() => options.renderer.describe()),
      forcePainter: (backend) => options.renderer.force(backend),
      async compare(artworks, signal) {
        const late = await comparing.get();
        return late && acting.asking(() => late.compareArtworks(session, artworks, signal));
      },
      openSheet: (name) => {
        shown.sheet.value = name;
      },
      closeSheet: () => {
        shown.sheet.value = null;
      },
      undo: () => inTurn(() => history.undo()),
      redo: () => inTurn(history.redo),
      openExport: (artwork, view, part = 'picture') =>
        void exporting.use((late) => late.openExport(artwork, view, part)),
      exportPng: (wish) => exporting.use((late) => late.exportPng(wish)),
      exportVideo: (wish) => exporting.use((late) => late.exportVideo(wish)),
      exportJson: () => exporting.use((late) => late.exportJson()),
      cancelExport: () => exporting.useIfThere((late) => late.cancelExport()),
      closeExport: () => exporting.useIfThere((late) => late.closeExport()),
      openFiles: (files) => importing.use((late) => late.openFiles(files)),
      openEntries: (entries) => importing.use((late) => late.openEntries(entries)),
      keepImported: () => importing.use((late) => late.keepImported()),
      learnFrom: (picture) => importing.use((late) => late.learnFrom(picture)),
      lookAtImported: () => importing.useIfThere((late) => late.lookAtImported()),
      closeImport: () => importing.useIfThere((late) => late.closeImport()),
      restoreCopy: opening.restoreCopy,
      startEmpty: opening.startEmpty,
      say: (sentence) => notices.say(sentence),
      dismissStatus: notices.dismissStatus,
      loadRest: () => {
        exporting.load();
        importing.load();
        replacing.load();
        void easel.loadWords();
        history.loadUndoing();
      },
    },
    portraits: createPortraits(session),
    paint: (genome, request, signal) => options.renderer.paint(genome, request, signal),
    dispose() {
      if (end.signal.aborted) return;
      end.abort(new DOMException('The studio was closed.', 'AbortError'));
      for (const stop of stops.reverse()) stop();
      void session.enqueue(async () => {
        // What was begun is written to its end.
        if (keeping.isOpen()) keeping.store().dispose();
      });
    },
  };
}
