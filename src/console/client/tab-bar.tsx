/** On a phone: which of the page's parts fills the screen. */

import { page } from '../../copy/zh-cn/simulator-page.js';
import { chats } from './chats.js';
import { Icon, type IconName } from './icon.js';
import { type Screen, screen } from './view.js';

interface TabProps {
  readonly to: Exclude<Screen, 'chat'>;
  readonly icon: IconName;
  readonly news?: boolean;
}

export function TabBar() {
  return (
    <nav class="tabs only-narrow" aria-label={page.tabsLabel}>
      <Tab to="chats" icon="chats" news={chats.value.some(({ unread }) => unread > 0)} />
      <Tab to="people" icon="people" />
      <Tab to="tools" icon="clock" />
    </nav>
  );
}

function Tab({ to, icon, news = false }: TabProps) {
  return (
    <button aria-current={screen.value === to ? 'page' : undefined} onClick={() => (screen.value = to)}>
      <Icon name={icon} />
      {page.tabs[to]}
      {news && <span class="dot" />}
    </button>
  );
}
