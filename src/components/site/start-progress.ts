import { mountProgressPage } from '../../lessons-runtime/progress-page.ts';

const root = document.querySelector<HTMLElement>('[data-progress]');
if (root !== null) mountProgressPage(root);
