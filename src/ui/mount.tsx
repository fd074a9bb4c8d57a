import { render } from 'preact';
import type { Studio } from '#studio/studio.ts';
import { App } from './app.tsx';
import { UiContext } from './context.ts';
import { createPictures } from './pictures/pictures.ts';
import { rememberSize } from './pictures/use-size.ts';
import { drawInStages } from './staged.tsx';

/** The rows of the wall, then the bench and the strip. */
const lastStage = 5;

/** Draws the app and puts it in place of `firstPaint`, in one step, until the returned function is called. */
export function mount(studio: Studio, firstPaint: Element): () => void {
  const root = document.createElement('div');
  root.id = 'app';
  const pictures = createPictures(studio);
  // Its tiles are where the wall's will be: these can be painted without waiting for a layout.
  const tile = firstPaint.querySelector('.tile');
  if (tile !== null) rememberSize('tile', tile);
  const app = (
    <UiContext.Provider value={{ studio, pictures }}>
      <App />
    </UiContext.Provider>
  );
  void drawInStages(() => render(app, root), lastStage).then(() => firstPaint.replaceWith(root));
  return () => {
    render(null, root);
    pictures.dispose();
  };
}
