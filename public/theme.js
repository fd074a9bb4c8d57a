// Before anything is painted: the theme that was chosen, where it is not the system's. src/ui/theme.ts writes it.
try {
  const theme = localStorage.getItem('palate.ui.theme');
  if (theme === 'dark' || theme === 'light') {
    document.documentElement.dataset.theme = theme;
    for (const meta of document.querySelectorAll('meta[name=theme-color]'))
      meta.setAttribute('content', theme === 'dark' ? '#100f0d' : '#f3f1ec');
  }
} catch {
  // Storage is blocked: the system's theme it is.
}
