/** Fills the world with people, rooms and a history, once. */

import { guide as copy } from '../../copy/zh-cn/simulator-page.js';
import { api, ask } from './api.js';
import { simulation, situation } from './world.js';

const labels = { absent: copy.demo, loading: copy.demoLoading, loaded: copy.demoLoaded } as const;

export function DemoButton() {
  const { demo: state, moving } = simulation.value ?? { demo: 'loading', moving: true };
  // The page is up before the bot has come online.
  const online = situation.value?.connection.state === 'online';
  return (
    <button
      class="secondary"
      disabled={!online || moving || state !== 'absent'}
      onClick={() => void ask(api.demo.$post())}
    >
      {state === 'loading' && <span class="spinner" />}
      {labels[state]}
    </button>
  );
}
