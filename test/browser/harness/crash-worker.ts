// A worker that ends every job in an error of its own.
addEventListener('message', () => {
  throw new Error('crashed on purpose');
});
