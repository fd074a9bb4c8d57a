// What the paint bench measures inside a browser: the functions of `window.bench` are called from outside.

import { measurePainters } from './painters.ts';
import { measureParity } from './parity.ts';
import { packByCanvas, paintPrint, writePrint } from './print.ts';
import { measureDrag, measureTiles, measureWorkers } from './product.ts';
import { measureYardsticks } from './yardsticks.ts';

const bench = {
  measurePainters,
  measureYardsticks,
  measureParity,
  measureTiles,
  measureWorkers,
  measureDrag,
  writePrint,
  paintPrint,
  packByCanvas,
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
