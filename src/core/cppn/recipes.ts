export const recipeNames = [
  'orchard',
  'fold',
  'cut-paper',
  'linocut',
  'strata',
  'porcelain',
  'silk',
  'contour',
  'pastel',
  'petal',
] as const;

export type RecipeName = (typeof recipeNames)[number];
