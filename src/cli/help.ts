import { recipeNames } from '#core/cppn/recipes.ts';

export const mainHelp = `palate: neural art from the terminal.

Usage
  npm run palate -- COMMAND ...

Commands
  seeds COUNT --out DIR    paint fresh pictures and show them on one contact sheet

Examples
  npm run palate -- seeds 24 --out sheets
  npm run palate -- seeds --help

Exit codes
  0  done
  1  the work failed; the sentence on stderr says how
  2  the command was not understood; nothing was written
`;

export const seedsHelp = `palate seeds: paint fresh pictures and show them on one contact sheet.

Usage
  npm run palate -- seeds COUNT --out DIR [--recipe NAME] [--from SEED] [--size PX] [--ungated]

What it does
  Tries one seed after the other, from SEED upwards, until COUNT pictures are found that are
  neither flat nor noise. Prints a line for each. Writes two files into DIR, which is made when
  missing (files of the same names are replaced):
    seeds.png    all pictures, numbered
    seeds.json   number, recipe, seed, title and description of each
  A recipe and a seed always give the same picture.

Options
  --out DIR        where the files go
  --recipe NAME    one recipe for all; without it, recipes take turns as they do on a first wall
                   ${recipeNames.slice(0, 5).join(', ')},
                   ${recipeNames.slice(5).join(', ')}
  --from SEED      first seed to try, a whole number from 0 (default 1)
  --size PX        side of each picture, 16 to 1024 (default 240)
  --ungated        keep every seed, flat and noisy ones too
  --help           this page

Examples
  Twenty-four pictures, as a first wall mixes them:
    npm run palate -- seeds 24 --out sheets
  Forty of one recipe, other ones than last time:
    npm run palate -- seeds 40 --recipe orchard --from 5000 --out sheets/orchard
  Number 7 of a sheet, large (recipe and seed stand in seeds.json and in the line printed):
    npm run palate -- seeds 1 --recipe fold --from 5012 --size 1024 --ungated --out large
`;
