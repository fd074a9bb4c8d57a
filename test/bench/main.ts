// `npm run bench -- NAME [--json]`: a table for people; with --json the last line is for machines.
import type { Figure } from './figure.ts';
import { measurePaint } from './paint.ts';
import { measureStudio } from './studio.ts';
import { measureTrain } from './train.ts';

type Report = (text: string) => void;

const benches: Readonly<Record<string, (report: Report) => Promise<readonly Figure[]>>> = {
  paint: measurePaint,
  studio: measureStudio,
  train: measureTrain,
};

const names = Object.keys(benches);
const [name = '', ...options] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;

if (bench === undefined || options.some((option) => option !== '--json')) {
  console.error(`npm run bench -- NAME [--json], where NAME is ${names.join(', ')}.`);
  process.exitCode = 1;
} else {
  const figures = (await bench((text) => console.error(text))).map((figure) => ({
    ...figure,
    // A mean squared error says something only beyond the second decimal.
    value:
      Math.abs(figure.value) < 0.1
        ? Number(figure.value.toPrecision(3))
        : Math.round(figure.value * 100) / 100,
  }));
  console.log(table(figures));
  if (options.includes('--json')) console.log(JSON.stringify(figures));
}

function table(figures: readonly Figure[]): string {
  const nameWidth = Math.max(...figures.map((figure) => figure.name.length));
  const valueWidth = Math.max(...figures.map(({ value }) => String(value).length));
  return figures
    .map(
      ({ name, value, unit }) => `${name.padEnd(nameWidth)}  ${String(value).padStart(valueWidth)} ${unit}`,
    )
    .join('\n');
}
