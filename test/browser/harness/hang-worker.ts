// A worker that hangs: it says its first word, and once asked for something never gives way again.
addEventListener('message', () => {
  for (;;);
});
postMessage({ kind: 'alive' });
