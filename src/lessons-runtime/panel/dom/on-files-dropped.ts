/** Lets files be dropped on an element, which has the class `drop` while they are dragged over it. */
export function onFilesDropped(node: HTMLElement, callback: (files: Iterable<File>) => void): void {
  node.addEventListener('dragover', (event) => {
    event.preventDefault();
    node.classList.add('drop');
  });
  node.addEventListener('dragleave', () => node.classList.remove('drop'));
  node.addEventListener('drop', (event) => {
    event.preventDefault();
    node.classList.remove('drop');
    callback(event.dataTransfer?.files ?? []);
  });
}
