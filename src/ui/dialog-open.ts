/** A sheet or another dialog lies over the page: keys and the pointer are its own. */
export const isDialogOpen = () => document.querySelector('dialog[open]') !== null;
