import { startContentsSpy } from './contents-spy.ts';
import { startLanguageLinks } from './language-links.ts';
import { startThemeSwitch } from './theme-switch.ts';

startThemeSwitch();
startLanguageLinks();
startContentsSpy();
