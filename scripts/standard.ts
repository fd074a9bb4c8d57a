// Derives what the statistics of pictures are measured against: `npm run standard` after a change of a statistic or a recipe.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { openPainters } from '#platform/render/painters.ts';
import { deriveStandard } from './derive-standard.ts';

const { means, deviations } = deriveStandard(openPainters().plain, 1000);
const written = (values: readonly number[]) => `[${values.join(', ')}]`;

writeFileSync(
  'src/core/taste/standard.ts',
  `// Written by scripts/standard.ts from 1,000 random pictures. A stored guess rests on these numbers: change them on purpose only.
export const standardMeans: readonly number[] = ${written(means)};

export const standardDeviations: readonly number[] = ${written(deviations)};
`,
);
execFileSync('npx', ['biome', 'format', '--write', 'src/core/taste/standard.ts'], { stdio: 'inherit' });
