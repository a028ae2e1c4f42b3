/** Explains the page on the first visit, with each step one click away. */

import type { ComponentChildren } from 'preact';
import { chats, clock, guide as copy, page, people } from '../../copy/zh-cn/simulator-page.js';
import { claim } from './actions.js';
import { MoveButton } from './clock-panel.js';
import { DemoButton } from './demo-button.js';
import { showDialog } from './dialogs.js';
import { Icon } from './icon.js';
import { isolate } from './isolate.js';
import { closeGuide, guideOpen, player } from './view.js';
import { rooms, situation } from './world.js';

export function GuideCard() {
  if (!guideOpen.value) return null;
  return (
    <section class="card guide" aria-labelledby="guide-title">
      <header class="card-head">
        <h2 id="guide-title">{copy.title}</h2>
        <button class="icon-button" aria-label={page.close} onClick={closeGuide}>
          <Icon name="close" />
        </button>
      </header>
      <p class="hint">{copy.intro}</p>
      <ol class="steps">
        <ClaimStep />
        <RoomStep />
        <Step title={copy.morningStep} text={copy.morningBody}>
          <MoveButton label={clock.morning} move={{ kind: 'to', localTime: '08:00' }} />
        </Step>
        <Step title={copy.checkInStep} text={copy.checkInBody} />
        <Step title={copy.eveningStep} text={copy.eveningBody}>
          <MoveButton label={clock.evening} move={{ kind: 'to', localTime: '20:00' }} />
        </Step>
      </ol>
    </section>
  );
}

function ClaimStep() {
  const { claimCode } = situation.value ?? {};
  if (claimCode === undefined) return <Step done title={copy.claimStep} text={copy.claimed} />;
  if (!player.value) return <FirstPersonStep />;
  return (
    <Step title={copy.claimStep} text={copy.claimBody(isolate(player.value.name), claimCode)}>
      <button class="primary" onClick={() => claim(claimCode)}>
        {copy.claim}
      </button>
    </Step>
  );
}

/** Nobody is there yet who could claim. */
function FirstPersonStep() {
  return (
    <Step title={copy.claimStep} text={copy.claimFirst}>
      <button class="primary" onClick={() => showDialog({ kind: 'add-person' })}>
        {people.add}
      </button>
    </Step>
  );
}

function RoomStep() {
  return (
    <Step done={rooms.value.length > 0} title={copy.roomStep} text={copy.roomBody}>
      <button class="secondary" onClick={() => showDialog({ kind: 'new-room' })}>
        {chats.newRoom}
      </button>
      <DemoButton />
    </Step>
  );
}

interface StepProps {
  readonly title: string;
  readonly text: string;
  readonly done?: boolean;
  readonly children?: ComponentChildren;
}

function Step({ title, text, done = false, children }: StepProps) {
  return (
    <li class={done ? 'done' : ''}>
      <div class="step-head">
        <h3>
          {title}
          {done && <span class="unseen">{copy.finished}</span>}
        </h3>
        {children && <div class="step-buttons">{children}</div>}
      </div>
      <p>{text}</p>
    </li>
  );
}
