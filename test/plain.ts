// The painter that walls, titles and files are made by: quick enough for tests that need many pictures.
import { openPainters } from '#platform/render/painters.ts';

export const { plain } = openPainters();
