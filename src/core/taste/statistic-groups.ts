/** The 70 statistics of a picture, by what they are about, in order. `from` is the first, `to` is past the last. */
export const statisticGroups = [
  { name: 'tone and chroma', from: 0, to: 19 },
  { name: 'hue', from: 19, to: 30 },
  { name: 'scale', from: 30, to: 42 },
  { name: 'edges', from: 42, to: 50 },
  { name: 'symmetry', from: 50, to: 58 },
  { name: 'layout', from: 58, to: 66 },
  { name: 'palette', from: 66, to: 70 },
] as const;

export type StatisticGroup = (typeof statisticGroups)[number]['name'];

export const STATISTIC_COUNT = 70;
