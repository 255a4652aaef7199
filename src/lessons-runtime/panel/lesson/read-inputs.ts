/**
 * Returns the current contents of the page's inputs, each as `<kind>:<content>`. Their views set `data-content`; those that are
 * not loaded yet have none.
 */
export function readInputs(root: Document): readonly string[] {
  return [...root.querySelectorAll<HTMLElement>('[data-content]')].map(
    ({ dataset }) => `${dataset['input']}:${dataset['content']}`,
  );
}
