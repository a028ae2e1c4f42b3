/** The simulated time and the buttons that move it. */

import { signal } from '@preact/signals';
import { clock as copy } from '../../copy/zh-cn/simulator-page.js';
import type { TimeMove } from '../simulation-desk.js';
import { api, ask } from './api.js';
import { fullMoment, localMoment } from './local-moment.js';
import { simulation } from './world.js';

const arrived = signal('');
const asked = signal(false);

export function ClockPanel() {
  return (
    <section class="card clock" aria-labelledby="clock-title">
      <header class="card-head">
        <h2 id="clock-title">{copy.title}</h2>
        {moving() && <span class="spinner" />}
      </header>
      <ClockFace />
      <div class="clock-buttons">
        <MoveButton label={copy.morning} move={{ kind: 'to', localTime: '08:00' }} />
        <MoveButton label={copy.evening} move={{ kind: 'to', localTime: '20:00' }} />
        <MoveButton label={copy.nextDay} move={{ kind: 'next-day' }} />
        <MoveButton label={copy.tenMinutes} move={{ kind: 'by', minutes: 10 }} />
      </div>
      <p class="clock-news" aria-live="polite">
        {moving() ? copy.moving : arrived.value}
      </p>
      <p class="hint">{copy.note}</p>
    </section>
  );
}

export function MoveButton({ label, move }: { readonly label: string; readonly move: TimeMove }) {
  return (
    <button class="secondary" disabled={moving()} onClick={() => void travel(move)}>
      {label}
    </button>
  );
}

function ClockFace() {
  const current = simulation.value;
  if (!current) return null;
  const { date, weekday, time } = localMoment(current.now, current.timeZone);
  return (
    <p class="clock-face">
      <time class="clock-time">{time}</time>
      <span>
        {date} {weekday}
      </span>
    </p>
  );
}

function moving(): boolean {
  return asked.value || (simulation.value?.moving ?? false);
}

async function travel(move: TimeMove): Promise<void> {
  if (moving()) return;
  asked.value = true;
  arrived.value = '';
  const answer = await ask(api.time.$post({ json: move }));
  const { timeZone } = simulation.value ?? {};
  const body = answer && (await answer.json());
  if (body && 'now' in body && timeZone !== undefined) arrived.value = copy.arrived(fullMoment(body.now, timeZone));
  asked.value = false;
}
