// The sheets of Explore, as one part to load.
export { MoreSheet } from './more-sheet.tsx';
export { TileSheet } from './tile-sheet.tsx';
export { WallsSheet } from './walls-sheet.tsx';
