import { recipeNames } from '#core/cppn/recipes.ts';

export const mainHelp = `palate: neural art from the terminal.

Usage
  npm run palate -- COMMAND ...      in a checkout
  palate COMMAND ...                 when the package is installed

Commands
  seeds COUNT --out DIR      paint fresh pictures and show them on one contact sheet
  paint FILE --out x.png     paint an artwork, at any size, or as the frames of its loop
  inspect FILE               say what a file of Palate holds

Examples
  npm run palate -- seeds 24 --out sheets
  npm run palate -- paint plum.png --print a2 --out plum-a2.png
  npm run palate -- paint --help

Options
  --help       this page; after a command, what that command takes
  --version    which palate this is

Exit codes
  0    done
  1    the work failed; the sentence on stderr says how, and no unfinished file is left
  2    the command was not understood; nothing was written
  130  stopped by Ctrl+C; no unfinished file is left
  143  stopped by SIGTERM, as timeout sends it; the same
`;

export const seedsHelp = `palate seeds: paint fresh pictures and show them on one contact sheet.

Usage
  npm run palate -- seeds COUNT --out DIR [--recipe NAME] [--from SEED] [--size PX] [--ungated]

What it does
  Tries one seed after the other, from SEED upwards, until COUNT pictures are found that are
  neither flat nor noise. Prints a line for each. Writes into DIR, which is made when missing
  (files of the same names are replaced):
    seeds.png          all pictures, numbered
    seeds.json         number, recipe, seed, title, description and file of each
    RECIPE-SEED.json   each as an artwork, for paint and inspect, or to drop into the studio
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
  One picture of a sheet, large (its file is named in seeds.json):
    npm run palate -- paint sheets/fold-5012.json --size 8192 --out fold.png
`;

export const paintHelp = `palate paint: paint an artwork, at any size, or as the frames of its loop.

Usage
  npm run palate -- paint FILE --out x.png [--size PX | --width PX --height PX | --print PAPER]
  npm run palate -- paint FILE --frames N --out DIR [--size PX | ...]

What it does
  FILE is a PNG that Palate wrote, or an artwork as JSON. It is painted as the export of the
  studio paints it, byte for byte, through the view it was saved with. Bands of it go to the
  disk as they are painted, so that a large picture takes time but no memory. The PNG carries
  its network: dropped on the studio, or given to this program, it opens again.

Options
  --out PATH       the PNG, its name ending in .png; with --frames the directory, which is made
                   when missing
  --size PX        side of a square, 16 to 32768 (default 2160)
  --width PX       with --height: any rectangle
  --height PX
  --print PAPER    a4, a3, a2 or 50x70: at 300 dpi, 3 mm larger on each side for the cut
  --landscape      turns the paper
  --samples N      1 to 4 by 1 to 4 a pixel (default 2; 4 for print)
  --frames N       one turn of its loop as N pictures, frame-0001.png and so on
  --bare           leaves the network out
  --help           this page

Examples
  Larger than any screen:
    npm run palate -- paint plum.png --size 16384 --out plum-large.png
  For the printer:
    npm run palate -- paint plum.png --print 50x70 --landscape --out plum-print.png
  Six seconds at 30 frames a second, then a video of them:
    npm run palate -- paint plum.png --frames 180 --size 1080 --out frames
    ffmpeg -framerate 30 -i frames/frame-%04d.png -pix_fmt yuv420p plum.mp4
`;

export const inspectHelp = `palate inspect: say what a file of Palate holds.

Usage
  npm run palate -- inspect FILE [--json]

What it does
  FILE is a PNG that Palate wrote, or an artwork as JSON. Prints its title and description, its
  network, how it is colored, its view and its loop. Nothing is painted or written.

Options
  --json    the same for programs: id, title, altText, picture (the PNG's size, or null),
            network, coordinates, coloring, loop, view, warnings
  --help    this page

Examples
  What is in there:
    npm run palate -- inspect plum.png
  Only the number of its weights, by a program:
    npm run --silent palate -- inspect plum.png --json | jq .network.weightCount
`;
