/** The simulator page: WeChat on a phone, beside the people one plays and the time one moves. */

import { render } from 'preact';
import { page } from '../../copy/zh-cn/simulator-page.js';
import { ChatList } from './chat-list.js';
import { ChatView } from './chat-view.js';
import { ClockPanel } from './clock-panel.js';
import { DialogHost } from './dialog-host.js';
import { GuideCard } from './guide-card.js';
import { LinkLine } from './link-line.js';
import { LiveConnection } from './live-connection.js';
import { PeopleList } from './people-list.js';
import { RoomPanel } from './room-panel.js';
import { TabBar } from './tab-bar.js';
import { Toast } from './toast.js';
import { TopBar } from './top-bar.js';
import { screen } from './view.js';
import { people } from './world.js';

function Simulator() {
  if (!people.value) return <Opening />;
  return (
    <div class="app" data-screen={screen.value}>
      <a class="skip" href="#composer">
        {page.skip}
      </a>
      <TopBar />
      <LinkLine />
      <Columns />
      <TabBar />
      <Toast />
      <DialogHost />
    </div>
  );
}

function Columns() {
  return (
    <div class="columns">
      <div class="side">
        <PeopleList />
        <ChatList />
      </div>
      <main class="phone">
        <ChatView />
      </main>
      <div class="tools">
        <GuideCard />
        <ClockPanel />
        <RoomPanel />
      </div>
    </div>
  );
}

function Opening() {
  return (
    <>
      <LinkLine />
      <p class="opening">{page.loading}</p>
    </>
  );
}

const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  render(<Simulator />, root);
  new LiveConnection().open();
}
