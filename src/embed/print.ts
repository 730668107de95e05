/**
 * Calls back before a page is put on paper, whoever asks for that. What is asked for then comes too late for this sheet, as
 * a rule: what prints a page right away doesn't wait.
 */
export function beforePaper(prepare: () => void): void {
  addEventListener('beforeprint', prepare);
  // Who looks at the page as it will be on paper.
  matchMedia('print').addEventListener('change', ({ matches }) => matches && prepare());
  // The keys that print come a moment earlier.
  addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'p') prepare();
  });
}
