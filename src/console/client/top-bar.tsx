/** The page's head: what this is, what time is played, how it works. */

import { clock, page } from '../../copy/zh-cn/simulator-page.js';
import { DemoButton } from './demo-button.js';
import { Icon } from './icon.js';
import { fullMoment } from './local-moment.js';
import { closeGuide, guideOpen, screen } from './view.js';
import { simulation } from './world.js';

export function TopBar() {
  return (
    <header class="top">
      <span class="logo">
        <Icon name="sunrise" />
      </span>
      <p class="brand">
        <strong>{page.brand}</strong>
        <span>{page.subtitle}</span>
      </p>
      <ClockChip />
      <DemoButton />
      <button class="secondary help" aria-expanded={guideOpen.value} onClick={toggleGuide}>
        <Icon name="help" />
        {page.help}
      </button>
    </header>
  );
}

function ClockChip() {
  const current = simulation.value;
  if (!current) return null;
  const shown = fullMoment(current.now, current.timeZone);
  return (
    <button class="clock-chip only-narrow" aria-label={clock.open(shown)} onClick={() => (screen.value = 'tools')}>
      <Icon name="clock" />
      {shown}
    </button>
  );
}

function toggleGuide(): void {
  if (guideOpen.value) closeGuide();
  else guideOpen.value = true;
}
