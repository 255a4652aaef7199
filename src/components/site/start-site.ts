import { startContentsSpy } from './contents-spy.ts';
import { startContinueLink } from './continue-link.ts';
import { startLanguageLinks } from './language-links.ts';
import { startPrintButtons } from './print-buttons.ts';
import { restorePlace } from './reading-place.ts';
import { startThemeSwitch } from './theme-switch.ts';

startThemeSwitch();
startLanguageLinks();
startContentsSpy();
restorePlace();
startContinueLink();
startPrintButtons();
