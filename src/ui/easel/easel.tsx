// What the easel is made of, as one part to load.
import './easel.css';

export { EaselCanvas } from './easel-canvas.tsx';
export { EaselSide } from './easel-side.tsx';
