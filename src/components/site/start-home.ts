import { mountHomePage } from '../../lessons-runtime/home-page.ts';

mountHomePage(document);
