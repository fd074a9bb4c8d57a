// The sheets through which files leave and come in, as one part to load.
import './file-sheets.css';

export { ExportSheet } from './export-sheet.tsx';
export { ImportSheet } from './import-sheet.tsx';
